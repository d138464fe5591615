namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>Worcestershire's delivery plan for 2008-11, typed from the document and never from the sheets, misprints, mark-up and gaps included.</summary>
internal static class WorcestershireDocument
{
    internal const string Head = """
        Worcestershire Local Area Agreement 2008-11 Delivery Plan
        Prepared by Chris Golbourn
        April 2009
        """;

    // Theme, priority, theme group, management group lead, partners, cross-cutting theme.
    internal const string Summary = """
        Meeting the needs of children and young people
        To ensure all children and young people have the opportunity to participate in positive activities
        Children and Young People's Strategic Partnership
        Trish Haines, Worcestershire County Council
        Worcestershire County Council, District Councils, PCT, VCS, Diocese of Worcester
        Promoting community cohesion
        """;

    // Indicator, description, baseline, 2008/09 actual, 2009/10 target, 2010/11 target, target, indicator lead.
    internal const string Indicator = """
        LI2
        Children who have experienced bullying
        35% (TellUs2 Survey)
        45% (TellUs3 Survey – please note, the categories have widened since TellUs2 – CYP are now asked if they have been bullied during the last year, as well as if it has happened within the last four weeks)
        34%
        33%
        Local
        Richard Keble/Pete Sugg Worcestershire County Council
        """;

    internal const string OtherPriorities = """
        Not dependant
        Safeguarding children
        Exclusions
        The targets associated with this outcome are related to the listed theme groups, but are not dependant on them
        """;

    internal const string Equality = """
        <p>Equality and diversity is at the core of all anti-bullying work. An EIA has not yet been completed for the AB strategy, as it is currently undergoing review and development by the AB Strategy group.</p>
        """;

    // Risk, current impact, current likelihood, how managed.
    internal const string Risk = """
        There is not yet a reliable or consistent data collection system
        Difficult to benchmark the true picture of bullying incidents in Worcs
        There is an expectation that when this system is live, levels of reported incidents will rise in the first year, but will subsequently reduce.
        An electronic system is in its final stages of development, due to be implemented in Sept 09.
        """;

    // Policy, plan or strategy | who is responsible.
    internal const string Policies = """
        Anti-Bullying Policy | Anti-Bullying Strategy Group
        E-safety Strategy | WSCB
        Healthy Lifestyles Plan | Healthy Lifestyles team
        Behaviour & Attendance | National Strategies
        """;

    internal const string PolicyArrangement =
        "Although anti-bullying is associated with these plans or strategies there is no key dependency on any of them which will impact on the delivery of this priority";

    internal const string Arrangements = """
        What arrangements are in place for managing performance of this priority?
        Performance is managed through the performance improvement group of the CYPSP.
        """;

    // "# code | heading | action", "who |", "when | resource implications", "plans | groups" of the commentary, then the milestones.
    internal const string ActivityPlan = """
        # AB1 | | Ensure that schools formally commit to the Anti-Bullying Charter for Action.
        who | Schools + Children's Services
        when | April 2010 | £130,000
        plans | LAA + Sustainable Community Strategy + Anti-bullying Strategy + WSCB Business Plan | Healthy Schools Quality Assurance Group + Anti-bullying Strategy Group + WSCB
        Increase in percentage of schools achieving full healthy schools status from 75 % in March 2009 to 80% by April 2010. (Schools do not obtain full healthy schools status unless the Charter is signed).
        # AB2 | | Promote e-safety for children and young people who use ICT and mobile communication equipment.
        who | Schools + Children's Services + WSCB agencies
        when | March 2010 | £3000 officer time
        plans | LAA + Sustainable Community Strategy + Anti-bullying Strategy + WSCB Business Plan + OSSC Recommendations & Action Plan | Anti-bullying Strategy Group + WSCB – e-safety sub-group
        Increase in percentage of schools that have a person trained as CEOP Ambassador from 33% in March 2009 to 60% in March 2010.
        Increase in percentage of schools having purchased and implemented Monitoring Software from 21% in March 2009 to 50% in March 2010.
        Increase in percentage of schools having signed up to WMnet E-Safety Pledge from 11% in March 2009, to 40% in March 2010.
        Baseline for frequency of Cyberbullying incidents to set following implementation of the electronic system for recording and reporting bullying incidents.
        # AB3 | | Encourage schools to develop appropriate links with local neighbourhood policing teams via Behaviour and Attendance Partnerships (FAP) in order to develop Safer Schools Partnerships in partnership with West Mercia Police.
        who | Schools + Children's Services + West Mercia Police
        when | March 2010 | £***
        plans | LAA + Sustainable Community Strategy + Anti-bullying Strategy + WSCB Business Plan | Anti-bullying Strategy Group + WSCB
        Police attendance at all 4 FAPs
        Increase in the number of Safer School Partnerships from 1 in 2008/09 to * in 20**/** - Chris to liaise with Police and also to set performance measure
        # AB4 | | Support schools in the development of their anti-bullying policies by circulating examples of good practice for bullying policies, quality standards and revised WCC guidelines, and the OSSC Anti-bullying Task Group Action Plan.
        who | Schools + Children's Services + WAG
        when | March 2010 | £1250 Officer time
        plans | LAA + Sustainable Community Strategy + Anti-bullying Strategy + WSCB Business Plan + OSSC Recommendations & Action Plan | Anti-bullying Strategy Group + WSCB
        Documentation circulated to 100% of schools by September 2009.
        Brief 100% of EIAs/SIPs on schools' responsibility for anti-bullying policy and practice by December 2009.
        Increase the number of school governors with designated responsibility for anti-bullying from none known in 2008/09 to 20% in 2009/10.
        Coordinate 3 anti-bullying policy and practice surgeries for schools during National Strategies Secondary Network meetings by March 2010.
        # AB5 | Action to Narrow the Gap | Raise awareness of racist and homophobic bullying issues.
        who | Schools + Children's Services + WSCB agencies
        when | March 2010 | £700 officer time £5000
        plans | LAA + Sustainable Community Strategy + Anti-bullying Strategy + WSCB Business Plan + OSSC Recommendations & Action Plan | Anti-bullying Strategy Group + WSCB
        Increase in the number of schools engaged in WCC & Stonewall Education Champions Programme from 0 in 2008/09 to 125 in January 2010.
        Gazebo TIE theatre events relating to homophobic bullying delivered to KS4 students. Participation by up to 20 High Schools by Dec 2009.
        Decrease in the number of homophobic bullying incidents (baseline to be set once electronic system for recording racist incidents and bullying is operational)..
        Decrease in the number of racist related bullying incidents (baseline to be set once electronic system for recording racist incidents and bullying is operational).
        # AB6 | Action to support families | Convene a Restorative Justice Approaches Strategy Group to develop and implement restorative Justice approaches.
        who | Schools + Children's Services + West Mercia Police + YOS + PCT + VCS + FE Colleges + District Councils
        when | March 2010 | £10,000 + £3000 officer time
        plans | LAA + Sustainable Community Strategy + Anti-bullying Strategy | Anti-bullying Strategy Group + WSCB
        Increase in the number of settings trained in restorative justice approaches from 6 in 2009 to 20 in 2010/11.
        Establish a data collection system to monitor the numbers of children and young people participating in restorative approaches/practices
        Increase in the number of children and young people participating in restorative justice practice (baseline to be set once a system for monitoring this has been agreed)
        # AB7 | Action to Improve Access to Services | Implement the fully piloted electronic system to record bullying and racist incidents that can be used by practitioners, children and young people and parents.
        who | Schools + Children's Services
        when | Sept 2010 | £40,000
        plans | LAA + Sustainable Community Strategy + Anti-bullying Strategy + OSSC Recommendations & Action Plan | Anti-bullying Strategy Group + WSCB
        Increase in the number of schools informing the Local Authority that they are using the system from 9 in 2008/09 to 250 by September 2010, with an increase of 25% of schools each quarter.
        """;

    // Printed under every action; under AB3 as "Lead: SDM – Vulnerable Children".
    internal const string Lead = "SDM: Vulnerable Children";

    internal const string OtherSpellingOfLead = "SDM – Vulnerable Children";

    /// <summary>The milestones of AB5 as their cell is printed, mark-up and all.</summary>
    internal const string MilestonesWithMarkup =
        """<ul style="list-style-type: none"> • Gazebo TIE theatre events relating to homophobic bullying delivered to KS4 students. <li>Participation by up to 20 High Schools by Dec 2009.</li></ul>""";

    /// <summary>Everything above, for looking up what must not be lost.</summary>
    internal static readonly string[] Everything =
        [Head, Summary, Indicator, OtherPriorities, Equality, Risk, Policies, PolicyArrangement, Arrangements, ActivityPlan, Lead, OtherSpellingOfLead];
}
