namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>The tables of Rotherham's printed Section Five, typed from the document and never from the sheets.</summary>
internal static class RotherhamDocument
{
    // "# code | outcome", then its aspirations in order, with their stars.
    internal const string Aspirations = """
        # BH | Be Healthy
        Babies have a healthy start.*
        Fewer children and young people are overweight or obese.*
        Fewer children and young people are harmed by alcohol and substance misuse.*
        Schools and early years settings promote health and well-being.*
        Health inequalities are reduced; children with learning difficulties and disabilities, Looked After Children*, BME children, young carers and children living in poverty are supported.
        # SS | Stay Safe
        Children and young people are safe in their community; problems are prevented or tackled early.
        Children and young people in need receive timely assessments and appropriate support.
        Children and young people affected by domestic abuse are supported and protected.*
        Children and young people who are newly arrived in Rotherham are kept safe from harm.*
        Looked After Children live in places that are safe, stable and meet their needs.*
        # EA | Enjoy and achieve
        Children and young people will have well-developed reading and writing skills and will enjoy literacy.*
        All Rotherham schools will perform well or, at least above government floor targets.
        We will tackle the problem of persistent absence.
        The most vulnerable learners and groups of learners will achieve, progress well and develop high aspirations in all schools, settings and other providers.
        We will deliver a curriculum that meets the needs of all learners, including the most vulnerable.
        We will provide enough opportunities for children to play and have fun.
        # PC | Make a positive contribution
        Children and young people have opportunities to express their views and have an impact on service delivery.
        Parents have an opportunity to express their views and have an impact on service delivery, and are supported to have a positive influence on their children.
        A range of positive activities are widely available to children and young people and they take part in them.
        Fewer children and young people enter the youth justice system and vulnerable groups including Looked After Children* and BME young people are not over-represented.
        The rate of teenage pregnancy in Rotherham is reduced.
        The sexual health of young people improves.
        # EWB | Achieve economic well-being
        The curriculum offered by Rotherham providers prepares young people to be successful adults.*
        Rotherham is ready to deliver full participation in learning up to age 17 in 2013.*
        Employers are engaged with further education providers, schools and teachers.
        The numbers of young people who are not in education, employment and training will fall, (vulnerable groups including Looked After Children, learners with learning difficulties and disabilities and Young Carers will not be over-represented in this category).*
        Ensure that young people are supported in their transition to adulthood.
        # ICS | Excellent integrated children's services
        Multi-agency learning communities are established to deliver integrated services to children, young people and families across Rotherham.
        The children and young people's workforce is adequately staffed and efficiently structured.
        The children and young people's workforce has the skills to keep children and young people safe and deliver the aspirations and improvements identified in the Children and Young People's Plan.
        The partners in the Children and Young People's Board make effective strategic use of resources available, including pooled and aligned budgets and effective use of data.
        Children and Young People's Board and their partners have the right governance structures in place to deliver identified improvements for children, young people and families.
        """;

    // "# code | aspiration as its own page prints it", "## heading of the rows below", then each row: plan or action | Delivery milestones 2010/11 | 2011/12 | Strategic Lead | the other name.
    // Several milestones in one cell are parted by " ++ "; a cell without anything in it is empty, and so is one that holds only a bullet.
    internal const string ActionPlans = """
        # PC1 | Children and young people (including LAC) have opportunities to express their views and have an impact of service delivery.
        ## Existing plans and strategies
        14-19 Learning Plan | | Develop a Voice and Influence strategy to involve young people in decision-making and ensure their views are sought on their learning needs and interests, as well as taking account of feedback from Rotherham's Activity Survey and Learner Satisfaction Surveys. | Dorothy Smith | Collette Bailey
        ## Additional partnership actions
        Develop a strategic plan for CYPS Voice & Influence and ensure this links with wider voice & influence activity across the partnership. | CYPS Voice & Influence Plan in place. | | Simon Perry | Chris Brodhurst Brown
        Complete the 6 month action plan to grow and develop the LAC Council and embed within voice and influence activity | Work complete December 2010 | | Simon Perry | Chris Brodhurst Brown
        Implement the outcomes of the Young People's Visioning Exercise | Launch & refresh the Youth Service Pledge | | Simon Perry | Chris Brodhurst Brown
        # PC2 | Parents have opportunities to express their views and have an impact on service delivery, and are supported to have a positive influence on their children.
        ## Existing plans and strategies
        Parenting Strategy (links to Prevention & Early Intervention Strategy) | Engagement of parents in the task group (August 2010) ++ Parental engagement in learning communities (April 2011) ++ Continue to deliver FAST (Families & Schools Together) – target to have FAST in 10 schools by March 2011. ++ Increase the number of schools with dedicated parent support adviser time. (Baseline, 28 in primary, 2 in secondary) | | Simon Perry | Catherine Ratcliffe
        Local Safeguarding Children Board Business Plan | Review Rotherham's Parenting Strategy ++ Review collaboration between adult and children's services to safeguard children. | | Alan Hazell |
        Aiming High for Disabled Children | Short break full service offer in place (April 2011) ++ National core offer in place (April 2011) | Maintain and scrutinise through NI 54 | Simon Perry | Peter Rennie
        Transforming Rotherham Learning Partnership Plan 2010-2013 Connect all learners and their families to educational and employment pathways which benefit both individuals and the community | | | Dorothy Smith | Karen Borthwick
        ## Additional partnership actions
        The Rotherham Parent Carers Forum continues to develop and represent the parents and carers of children and young people across the spectrum of special educational need, learning difficulties and disabilities. | The work of the Rotherham Parent Carers Forum is maintained and the group is self-sustaining following the end of grant allocation from Aiming High for Disabled Children. | The experience and skill developed by Rotherham Parent Carers' Forum in consulting, collating and presenting the voice of parents and carers informs the Rotherham Parenting Strategy. | Simon Perry | Pip Wise
        A charter for Parents' Voice & supporting toolkit and mechanism for evaluation is developed across Rotherham schools and local authority, based on parent narratives of their experiences. | DfE grant finalised / secured ++ Charter is established & launched | | Simon Perry | Pip Wise
        Develop parenting work related to healthy relationships and the risk of sexual exploitation. | Train Parent Support Advisers in Speakeasy, ++ Deliver programme to develop understanding of risks of sexual exploitation to parents of Y6 children, ++ Deliver focussed programme re. sexual exploitation issues to parents of Y8 children, ++ Develop a parents' group for children involved in sexual exploitation. | | Simon Perry | Catherine Ratcliffe
        # PC3 | A range of positive activities are widely available to children and young people and they take part in them.
        ## Existing plans and strategies
        South Yorkshire Policy Children and Young People Strategy | Work in partnership with third sector to deliver aligned diversionary / intervention activity that is sustainable in the long term. | | Richard Tweed | Inspector Gwyn Thomas
        ## Additional partnership actions
        Maintain a broad range of opportunities that will engage young people in more informal settings and will lead to wider engagement with education and / or future employment. | Map and evaluate opportunities and outcomes of programmes provided by VCS. | | Simon Perry |
        # PC4 | Fewer children and young people enter the youth justice system and vulnerable groups including Looked After Children and BME young people are not over-represented.
        ## Existing plans and strategies
        South Yorkshire Policy Children and Young People Strategy | Develop a 'Family Approach' multi-agency service hub / assessment to provide 'whole family' support and proportionate enforcement in cases where children and young people are persistent offenders. ++ Implement National Looked After Children NCRS Crime guidelines to develop a proportionate response to reduce disproportionate encounters of looked after children in the justice system compared to those in other family settings. | | Richard Tweed | Gwyn Thomas
        Youth Justice Plan | Continue to reduce the number of First Time through Triage, Early Intervention Teams and SYP Restorative Justice ++ Monitor custodial sentencing and continue dialogue with Sentencers. ++ Develop opportunities for young offenders to access Education Training and Employment. ++ Continue to reduce re-offending by reviewing assessment and intervention processes. ++ In conjunction with partners ensure that Looked After Children are not disproportionately represented in the Youth Justice System by providing support to LAC who are placed at home. | | Simon Perry | Paul Grimwood
        ## Additional partnership actions
        Continue the triage system at Rotherham Police Station, including the co-location of Youth Service worker to identify potential for referrals to the Early Intervention Teams | Decrease in first time entrants into the Youth Justice System is sustained. | | Caroline Rollitt |
        PYPPOs are available for each Learning Community to support early intervention work. | | | Caroline Rollitt |
        # PC5 | The rate of teenage pregnancy in Rotherham is reduced
        ## Existing plans and strategies
        Teenage Pregnancy Strategy for Rotherham 2001-2010 Teenage Pregnancy Strategy Refresh October 2008 | Increase access to contraception, in particular Long Acting methods ++ Implement targeted preventative interventions for those at highest risk of teenage pregnancy ++ Parental engagement to assist them with providing education, advice and support around relationships and sexual health. | | Sarah Whittle | Melanie Simmonds
        # PC6 | The sexual health of young people improves
        ## Existing plans and strategies
        Promoting and Improving the Sexual Health of Rotherham People, Strategy and Implementation Action Plan for 2007-2011 | Review service design and delivery in response to the sexual health needs assessment ++ Increase opportunistic sexual health interventions within the community ++ Increase Chlamydia screening through enhanced multi-agency involvement | | Joanna Saunders | Melanie Simmonds
        ## Additional partnership actions
        Explore opportunities to deliver multi-agency interventions through emerging learning communities. | | | Sarah Whittle | Melanie Simmonds
        Youth Service delivers curriculum to encourage healthy sexual relationships for all young people | 100 pieces of curriculum are delivered | | Simon Perry | Chris Brodhurst Brown
        """;

    // No. | Ref | Definition | Good Perf | 08/09 Actual | 09/10 Target | 09/10 Perf | On Target | DOT (Yr on Yr) | Year to Date
    // | Stat. Neigh. | Perf against Stat. Neigh. | National | Perf against National | 10/11 Target | 11/12 Target; every cell, blank ones too.
    internal const string Indicators = """
        42 | NI 19 | Rate of proven re-offending by young offenders | LOW | 0.69 | 0.48 | 0.28 | ✓ | ↑ | ★ | 1.1 | ● | 1 | ● | 0.97 | -
        43 | NI 43 | Young people within the Youth Justice System receiving a conviction in court who are sentenced to custody | LOW | 9.7% | 7.5% | 7.1% | ✓ | ↑ | ● | 4.40% | ▲ | 5.80% | ▲ | 5.0% | -
        44 | NI 45 | Young offenders' engagement in suitable education, training and employment | HIGH | 72.6% | 75.6% | 71.0% | ✗ | ↓ | ▲ | 75.60% | ▲ | 73.10% | ▲ | 78.0% | -
        45 | NI 46 | Young offenders' access to suitable accommodation | HIGH | 97.6% | 97.9% | 98.6% | ✓ | ↑ | ● | N/A | N/A | N/A | N/A | 98.0% | -
        46 | NI 110 | Young people's participation in positive activities | HIGH | 62.2% | 66.0% | 60.0% | ✗ | ↓ | ▲ | 61.20% | ▲ | 65.80% | ▲ | - | -
        47 | NI 111 | First time entrants to the Youth Justice System aged 10 – 17 | LOW | | | | | | | | | | | |
        a | a | Number | | 374 | 385 | 212 | ✓ | ↑ | ★ | N/A | N/A | N/A | N/A | 514 | -
        b | b | Per 100,000 10-17 Population | | 1,406 | 1425 | 784 | ✓ | ↑ | ★ | N/A | N/A | N/A | N/A | 1,900 | -
        48 | NI 112 | Under 18 conception rate (reduction against 1998 baseline) | LOW | -10.1% | -39% | -1.10% | ✗ | ↓ | ▲ | N/A | N/A | N/A | N/A | - | -
        49 | NI 113 | Prevalence of Chlamydia in under 24 year olds | | | | | | | | | | | | |
        a | a | Coverage | HIGH | 19.7% | 25.0% | 25.0% | ✓ | ↑ | ● | 16.20% | ★ | N/A | N/A | 35.0% | -
        b | b | Prevalence | LOW | 8.9% | - | - | - | - | - | - | N/A | N/A | N/A | - | -
        50 | NI 114 | Rate of permanent exclusions from school | LOW | 0.01% | 0.01% | 0.00% | ✓ | ↑ | ● | 0.10% | ● | 0.10% | ● | 0% | 0%
        51 | NI 115 | Substance misuse by young people | LOW | 15.20 | N/A | 12.9% | N/A | ↑ | N/A | 12.10% | ▲ | 9.80% | ▲ | - | -
        | NI 22 | Perceptions of parents taking responsibility for the behaviour of their children in the area | HIGH | 20% | | | | | | 23.2 | | 29.6 | | |
        """;

    internal const string MonitoringPerformance =
        "Each quarter the Children and Young People's Board receives a performance management report with an indication of the direction of travel for each indicator. "
        + "Where the direction of travel is not positive Performance Clinics are used to identify issues and solutions. "
        + "The action plans identified here will be an integral part of the Performance Clinic process, for example, we will identify if the relevant delivery milestones have been achieved. "
        + "We will re-examine our planning and activity and re-focus it where necessary; we will report findings back to the Children and Young People's Board.";

    // The codes that stand for the table's rows, in its order.
    internal static readonly string[] Codes =
        ["NI19", "NI43", "NI45", "NI46", "NI110", "NI111", "NI111a", "NI111b", "NI112", "NI113", "NI113a", "NI113b", "NI114", "NI115", "NI22"];

    internal static IEnumerable<string[]> Table(string text) => text.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries));
}
