namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>The report to the scrutiny committee as it is printed, typed from the document and never from the sheets.</summary>
internal static class CentralBedfordshireDocument
{
    internal const string Front = """
        Meeting: Children's Services Overview and Scrutiny Committee
        Date: 27 April 2010
        Subject: Children and Young People's Plan – Stay Safe
        Report of: Deputy Chief Executive and Director of Children's Services
        Summary: The report provides an overview of the progress made with the priorities within the Stay Safe aspect of the Children & Young People's Plan.
        Contact Officer: Martin Pratt, Deputy Director Children's Services
        Public/Exempt: Public
        Wards Affected: All
        Function of: Council
        """;

    // A line that ends with a colon and stands alone is a heading.
    internal const string Implications = """
        Council Priorities:
        The Stay Safe plan is one of the five outcome plans which supports delivery of the Central Bedfordshire Children & Young People's Plan (2009-11). It also relates to the second of the Council's key priorities:
        - Educating, protecting and providing opportunities for children and young people.
        Financial:
        Working with partners to deliver services together in a more integrated way, with a focus on prevention and early intervention, is a key driver of the Children and Young People's Plan and through pooling and aligning resources will deliver efficiencies.
        Legal:
        The Children's Trust and the Children and Young People's Plan enable the Council and its partners to exercise the 'duty to co-operate' under sections 10 & 11 of the Children's Act 2004.
        Risk Management:
        Key risks in failing to deliver the actions in the plan centre on children and young people not being protected from harm or having their welfare promoted. Also there is a risk of reputational damage to the Council in being perceived as not appropriately protecting children and young people from harm. Risk management is a key part of delivery planning for the Children and Young People's Plan and is managed and mitigated through this process.
        Staffing (including Trades Unions):
        None
        Equalities/Human Rights:
        During the development of the plan equalities issues and impacts were considered and included in the priorities are a number of strategic actions which identify children and young people who are in vulnerable circumstances or at particular risk of harm.
        Community Safety:
        Safeguarding Children is a fundamental aspect of community safety and public protection. Through delivery of the plan partners are actively contributing to improving community safety.
        Sustainability:
        None
        """;

    internal const string Recommendation = "That the Committee comments on the progress made with the priorities in the Stay Safe aspects of the Children & Young People's Plan.";

    // Headings stand without a number; the empty bullet and the two ways to write a priority are as printed.
    internal const string Report = """
        The Stay Safe Delivery Plan
        1. Stay Safe is one of the five outcomes which make up the Children's and Young People's Plan for Central Bedfordshire.
        2. The plan has been established by:
        - analysing evidence and consulting with children and young people;
        -
        - holding workshops with key stakeholders to consider the evidence and identifying priorities for the plan;
        - consulting on the emerging priorities; and
        - finalising the draft plan at Delivery Group meetings and considering the analysis of feedback from the consultation, partner agencies and Local Authority Overview and Scrutiny Committees.
        3. The Stay Safe Delivery Group is responsible for three priorities in the Children and Young People's Plan:-
        - Priority: 6 – Protect children and young people from harm by providing a co-ordinated and effective safeguarding process.
        - Priority: 7 - Reduce the impact of domestic abuse on children and young people.
        - Priority: 8 - Reduce the incidence and impact of bullying on children and young people
        4. The group also oversees implementation of Children's Trust aspects of the Care Matters plan.
        5. In addition there is one cross-cutting Children and Young People Plan priority for which the Stay Safe Delivery Group has lead responsibility:-
        - Improve prevention, early identification and intervention.
        6. Children, Families and Learning Overview and Scrutiny Committee scrutinised the draft Children and Young People's Plan at its meeting on 11 August 2009.
        7. The Committee agreed that "there should be early intervention where children were struggling to enable better outcomes for children and young people."
        8. This is a complex but vital priority. The approach being adopted by the Delivery Group and the Children's Trust is to comprehensively map, coordinate and demonstrate improvement across a number of core programmes which have been identified as contributing to improving prevention, early identification and intervention. These are:
        - The Common Assessment Framework (CAF)
        - The Lead Professional programme
        - Targeted Mental Health in Schools (TaMHS)
        - "Think Family"
        - Family Group Meetings
        - Family Intervention Projects (FIPs)
        - Healthy Child Programme
        - Targeted Youth Support.
        9. Through alignment of these core programmes it is intended that changes to the culture of the Trust partner organisations will move practice towards Prevention, Early Identification & Intervention and that the programmes act as catalysts for change.
        10. However, although practice is important it is not sufficient. The second strand of the strategy is, through the work of the Children's Trust Commissioning Group, to increasingly pool and align resources placing an emphasis on Prevention, Early Identification & Intervention and to re-direct resources to this priority where this is supported by the evidence base.
        Strategic Actions
        11. The following strategic actions have been developed for each of the other priorities in the Plan.
        12. Priority: 6 – Protect children and young people from harm by providing a co-ordinated and effective safeguarding process
        - Work closely with Trust partners to establish processes for identifying and responding to children whose safety is, or is likely to be, compromised.
        - Establish a separate and effective Local Safeguarding Children Board (LSCB) by April 2010.
        - Engage with and deliver Central Bedfordshire's aspect of the Regional Improvement and Efficiency partnership (RIEP) safeguarding programme (ESP) so that high quality, evidence based safeguarding practice is consistently delivered.
        13. Priority: 7 - Reduce the impact of domestic abuse on children and young people
        - Align activity which is intended to reduce the impact of domestic abuse within the Local Safeguarding Children's Board (LSCB) business plan and Community Safety Partnership Domestic Abuse plan.
        - Integrate research and best practice into multi-disciplinary training programmes so that the workforce is equipped to identify and respond to children exposed to domestic abuse.
        - Review the multi-agency Domestic Abuse protocol.
        - Develop and commission an appropriate range of services to respond to and reduce the impact of domestic abuse on children and young people.
        14. Priority: 8 - Reduce the incidence and impact of bullying on children and young people
        - Further develop the Anti-Bullying Strategy to include out of school bullying.
        - Incorporate bullying awareness into the Workforce Development Strategy.
        - Align the anti-social behaviour strategy and anti-bullying strategy to ensure early identification and response.
        Progress with the Stay Safe Delivery Plan
        15. The delivery group is now well established and delivery programmes are in place for each priority. Work to coordinate the cross cutting priorities led by the Stay Safe Delivery Group is also progressing. Representation on the group has now been revised to reflect the priority of Prevention, Early Identification and Intervention and to ensure that this work is progressing well. Good progress has been made on Care Matters. This is being viewed as a cross-cutting theme in its own right and reporting into the Trust through the Stay Safe Delivery Group.
        16. Priority: 6 - Good progress is being made in all three strategic actions.
        17. Processes for identifying and responding to children whose safety is, or is likely to be, compromised are in place at each level of intervention; Universal, Targeted and Specialist.
        - The LSCB procedures are being revised to ensure compliance with “Working Together to Safeguard Children” (2010), the latest revision of the statutory guidance.
        - The Children in Need procedures are also being reviewed.
        - The Common Assessment Framework (CAF) has been reviewed and revised.
        18. These processes provide the framework within which professionals and agencies respond to concerns about children and young people. The activity is underpinned by a comprehensive and well regarded range of training. The LSCB and the Council regularly audit casework to ensure its quality.
        - To engage with and deliver Central Bedfordshire’s aspect of the Regional Improvement and Efficiency Partnership (RIEP) safeguarding programme (ESP) so that high quality, evidence based, safeguarding practice is consistently delivered.
        19. A separate Local Safeguarding Children Board for Central Bedfordshire came into being on 1 April 2010 in line with the plan received by Children, Families & Learning Scrutiny Committee on 14 July 2009.
        - An Independent Chair has been appointed.
        - The Children’s Trust Board confirmed the governance and accountability arrangements between the Children’s Trust Board and CBSCB at their meeting on 11 February 2010.
        20. Central Bedfordshire’s aspect of the Regional Improvement and Efficiency partnership (RIEP) safeguarding programme (ESP) are being implemented. These are focused on three key areas of activity.
        21. Developing the Children’s Workforce which includes:
        - Entry into Social Work programmes.
        - Newly Qualified Social Worker (NQSW) support programme.
        - Training and Development programmes for staff in children’s specialist services.
        - Recruitment and retention strategy.
        22. Improving Quality Assurance which includes:
        - Audit programmes.
        - Practice Development workshops.
        23. Managing Performance with a focus on:
        - Reducing the percentage of children who became the subject of a child protection plan during the year, who had previously been the subject of a child protection plan to 15% (NI 65).
        - Ensuring 85% of initial assessments are completed within 7 working days of referral (NI59).
        - Ensuring that 100% of child protection cases that should have been reviewed during the year were reviewed (NI 67).
        24. All are on target to achieve or exceed the target at year end.
        25. Priority 7 - Good progress is being made in all four strategic actions.
        26. Work to align activity which is intended to reduce the impact of domestic abuse within the LSCB business plan and the Community Safety Partnership Domestic Abuse Plan is progressing well. The key milestones are on target.
        - Senior manager representation on both groups to provide a reporting mechanism and co-ordination of activities between groups.
        - LSCB priority is to produce a report for the LSCB and CTB in relation to the services for children and young people exposed to domestic abuse and identify gaps in service provision.
        - Domestic abuse is one of the 5 key priorities identified for the Community Safety Partnership in 2010/11.
        - The Domestic Abuse Plan to be refreshed in 2010 and will reflect any identified key areas of activity in relation to children and young people.
        27. Research and best practice are being integrated into multi-disciplinary training programmes in the following ways:-
        - Domestic Abuse team offer a comprehensive programme of training which makes reference to best practice.
        - LSCB introduced a new course (Autumn 2009) to specifically address the impact of domestic abuse on children and young people which is research and evidenced based.
        - Ensuring that the children's workforce are accessing courses by monitoring attendance.
        - Ensuring clarity of the training pathway regarding domestic abuse by advertising Community Safety Partnership courses on LSCB website.
        28. The review the multi- agency Domestic abuse protocol is complete.
        - A task and finish group is currently updating the LSCB protocols in relation to information sharing and domestic abuse.
        - The Police information sharing document is currently being consulted on.
        29. Commissioning of an appropriate range of services to respond to and reduce the impact of domestic abuse on children and young people is taking place through a review of current provision as part of the commissioning cycle.
        30. Priority 8 - Progress is on track.
        31. The Anti-bullying strategy has been revised and is due to be presented to the Children's Trust.
        - Inclusion of out of school bullying is being achieved through joint work between schools and the youth service promoted by the Anti-bullying coordinator. The national self evaluation tool has been used to identify areas for further development.
        - Baseline data has been established using the Behaviour Management System. This will be compared with the Anti-bullying Pupil perception survey by September 2010.
        32. Bullying awareness is incorporated into the Workforce Development Strategy.
        - Specific training is taking place using best practice sessions and by further developing the role of the anti-bullying lead practitioner.
        33. The anti-social behaviour strategy and anti-bullying strategy are now aligned to ensure early identification and response.
        - One of the specific projects to emerge from this work is the commissioning of a Cyber Mentors scheme, which builds on the school based mentoring scheme but can be accessed by young people through a Social Network style portal.
        Conclusion and Next Steps
        34. The Stay Safe Delivery Group will continue to coordinate work on the priorities described in this paper ensuring a strong alignment between the work of the Schools, the Council, the LSCB and the Children's Trust partners. This is an important development area.
        35. A cycle of meetings has been established with the Overview and Scrutiny Committee to have reports from each outcome group which contributes to the review of the Children and Young People's Plan.
        """;
}
