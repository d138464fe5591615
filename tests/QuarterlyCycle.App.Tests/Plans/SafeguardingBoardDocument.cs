namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>The safeguarding board's business plan as it is printed, typed from the document and never from the sheets.</summary>
internal static class SafeguardingBoardDocument
{
    // "# heading | responsible", then the lines of each cell: T target, A activity, S success criteria. What a page cuts in two is joined.
    internal const string PriorityAreas = """
        # CATE | CATE group / Jt commissioning
        T Improve support to those subject to sexual exploitation and reduce the numbers of those at risk
        A Hold stakeholders workshop to establish existing services
        A Review membership of the group
        A Commission a sustainable service based on the successful pilot and the experience of good practice elsewhere
        A Explore options for linking with SARCs
        S Service in place
        S Performance measures to be developed for service
        # Think Family | Think Family Steering Group
        T Ensure that the impact on children of parental issues such as mental health problems or substance misuse is minimised
        T Prevent children coming into care where it is possible and safe to do so
        A Undertake DCSF funded FIP project in south cluster and evaluate its effectiveness
        A Use this as a 'best practice' model to influence service delivery across the borough
        S Improvement in range of outcomes for children
        S Awaiting detail from DCSF
        # E Safety | E safety group
        T Increase awareness of internet / new technology safety for children, parents and carers
        A Approve (April 2009) and implement E safety strategy (see separate action plan)
        S Number of software packages distributed
        S Number of staff trained
        # Safer Schools Partnership | SSP
        T Help young people not to feel vulnerable and scared for their personal safety (YP's Priority)
        T Ensure that children are safe from bullying in the wider community
        A Establish a multi agency strategic partnership to identify and address local issues
        A Re launch the anti bullying strategy and encourage more take up of this
        S Fewer children report concerns in the TellUs survey - 2.9% felt very unsafe going to and from school 3.7% felt very unsafe in school in June 2008 survey
        S Greater number of settings committed to the strategy from he baseline figure of 27 @ 31.3.09
        # Impact of domestic abuse | DA Steering group
        T Identify children where there is domestic abuse and improved provision and co-ordinated support (CT/CYPP priority)
        A Improve on existing data and analysis
        A Monitor the implementation of the protocol for sharing information between the Police and Children's Services to ensure that children are identified and supported at the most appropriate level;
        A Identify any gaps in provision and seek to re-address these through the implementation of the DA Strategy and evaluate the effectiveness of these measures.
        S Increase the number of children and young people whose need for a protection plan which involved concerns around domestic abuse ceases within one year to 70% (from baseline of 64.5%)
        S Identify the proportion of children involved in MARAC who have a support plan and increase this to 100%
        # Laming report/ government response | Agenda Group
        T Ensure that the SCB and partner agencies are compliant with national requirements
        A Complete self assessment (originally undertaken before Gov't response)
        A Develop composite action plan
        A Respond to any specific requirements in respect of SCBs in revised guidance(Dec 09)
        S Action plan implemented
        S SCB compliant with any amended guidance
        """;

    // "# section", then activity | lead | success criterion. Where several stand in one cell, they are paired by line.
    internal const string WorkProgramme = """
        # Structure and membership
        Appoint new independent chair | DCS | Chair appointed
        Agreed revised membership and structures – to include Lead Member | SCB | Agreed and in place
        Organisations appoint their representatives accordingly | Partners | Appropriate representation and regular attendance
        Agree process for appointing lay members | SCB | Process agreed
        # Funding
        Review portfolio contributions in light of council restructuring | CYPP | New arrangements agreed within the council
        Review resources required to support new arrangements | CYPP | Any additional resources required agreed across funding partners
        Establish S 10 budget | Jt Commissioning | S 10 budget in place
        # Performance management
        Complete and implement performance framework develop necessary tools to do this eg Template for individual reports; multi agency audit template agree reporting schedule | SCB | Performance managed and any issues addressed
        # CDOP
        Develop improved rapid response service | PCT/CDOP | Full service in place
        Finalise leaflets/ information for parents | CDOP | Suitable leaflets published
        # SCRIP
        Revise local guidance on undertaking SCRPs | SCRIP | New guidance in place
        Respond to any specific requirements in revised Working Together guidance | SCRIP | Any reviews undertaken in line with government guidance
        Report on learning outcomes published by Ofsted | SCRIP | Reports to SCB
        # Training
        Strengthen strategic nature of SCB training sub group | SCB | Training strategy in place
        Develop over arching strategy for training | Sub group |
        Identify levels of training required within each agency/staff groups | Sub group/ agency |
        Establish systems to manage E learning options | Sub group | High take up of E learning
        # Communication strategy
        Complete and implement joint communication strategy with Children's Trust | SCB | Greater awareness of role of SCB
        Establish a Communication Sub group | |
        """;

    internal const string Introduction = """
        The Safeguarding Children Board (SCB) has agreed a number of Priority Areas to address in its scrutiny and co-ordination role during 2009/10.
        This does not necessarily mean that the SCB will be undertaking these activities but it has identified or commissioned various lead groups to take work forward and to present progress reports to board meetings.
        (See Board Priorities Action Plan below).
        Particular developments which have become greater priorities during 2008/9 and which will now form discrete elements of the plan are the work of the CATE (children abused through exploitation) group and the establishment of a Safer Schools Partnership.
        The Think Family priority from last year's plan has also taken on greater significance during the year and is developing into a project which will be monitored by DCSF.
        Similarly the work in relation to E safety has developed over the year and continues to be a priority for the board as does the impact of domestic abuse upon children which is a priority shared with the Children's Trust.
        A significant area of work for 2009 will be developing and implementing an action plan in response to the Laming Report and the Government's Response although several aspects have already been incorporated into developments.
        Also within the business plan is a work programme of activities for the board to undertake itself, including matters relating to structure, membership and funding.
        The board is in the process of finalising a more comprehensive performance framework which will monitor and quality assure a range of activities across partner agencies including issues such as safer recruitment; agency engagement; views of parents carers and children; and overall the success of interventions in keeping children safe.
        The SCB will also continue to monitor the work of the Serious Case Review Panel (SCRCP) and the Child Death Overview Panel (CDOP).
        Currently there are no outstanding actions from any reviews.
        The SCB continues to develop new training opportunities as well as revising its rolling programme and, this year will develop and an over arching Training Strategy.
        As part of the 'new' clarified relationship with the Children's Trust a joint Communication Plan is being developed and the implementation of this will form part of the overall business plan.
        """;

    // As the responsible and the leads are printed, and whom that asks.
    internal const string Owners = """
        CATE group / Jt commissioning | body:cate;body:joint-commissioning
        Think Family Steering Group | body:think-family
        E safety group | body:e-safety
        SSP | body:ssp
        DA Steering group | body:da
        Agenda Group | body:agenda
        DCS | post:DCS
        SCB | body:scb
        Partners | body:partners
        CYPP | body:cypp
        Jt Commissioning | body:joint-commissioning
        PCT/CDOP | post:PCT;body:cdop
        CDOP | body:cdop
        SCRIP | body:scrip
        Sub group | body:training
        Sub group/ agency | body:training;body:partners
        """;
}
