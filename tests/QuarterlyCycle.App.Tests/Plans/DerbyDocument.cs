namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>The long tables of Derby's printed plan, typed from the document and never from the sheets.</summary>
internal static class DerbyDocument
{
    // Name, job title and organisation as printed, misprints included.
    internal const string LeadDirectories = """
        Louise Bates | Health Promoting Schools Co-ordinator | Children and Young People's Department
        Julia Savage | Head of Midwifery and Gynaecology | Derby Hospitals, NHS Foundation Turst
        Chris Tully | Head of Clinical Quality, Child and Family Family Nurse Partnership - Project Manager | Derby City Primary Care Trust
        Althea Bawden | Project Manager - Partnerships and Performance | Children and Young People's Department
        Sheila McFarlane | Commissioner - Teenage Pregnancy | Children and Young People's Department
        Jacqui Jensen | Head of Service - Integrated Disabled Children's Services | Children and Young People's Department
        Elene Constantinou | Head of Service - Children in Care | Children and Young People's Department
        Pam Hallam | Head of Children and Maternity Services - Commissioning | Derby City Primary Care Trust
        Kerry Hodges | Assistant Head of Service - Young People and Criminal Justice | Community Safety Partnership
        Liz Webster | Clinical Service Manager – Strategic Lead for Children with additional needs | Derby City PCT
        Mary Hobin | Service Manager / Paediatric Lead | Derby City Children's Hospital
        Fiona Colton | Acting Head of Service - Early Years and Childcare | Children and Young People's Department
        Andrew Beddow | Head of Sport and Leisure | Environmental Services - DCC
        Sue Sanford | Children's Centre Strategic Co-ordinator | Children and Young People's Department
        Janet Lawrence | Extended Schools Strategic Manager | Children and Young People's Department
        Stephanie Cook | Acting Assistant Director - Specialist Services | Derby City PCT
        Jackie Colley | Commissioning Manager - CAMHS | Children and Young People's Department
        Jon Topham | Senior Public Health Manager | Derby City PCT
        Liz Williamson | Integrated Processes Co-ordinator | Children and Young People's Department
        Graham Reiter | Head of Service – Reception and Hospital Services | Children and Young People's Department
        Sue Richards | Head of Children's Quality Assurance | Children and Young People's Department
        Sue Sanford | Children's Centre Strategic Co-ordinator | Children and Young People's Department
        Rachel Dickinson | Assistant Director – Locality Services | Children and Young People's Department
        Corrine Clemson | Assistant Director – Children's Community Services | Derby PCT
        Liz Adamson | Consultant Community Paediatrician | Derby PCT
        Kevin Murphy | Acting Head of Service – Education Welfare Service | Children and Young People's Department
        Mark Sobey | Policy Officer – Derby City Safeguarding Board | Children and Young People's Department
        Elene Constantinou | Head of Service – Children in Care | Children and Young People's Department
        Hannah Hogg | Senior Solicitor | Derby City Council
        Keith Woodthorpe | Assistant Director – Specialist Services | Children and Young People's Department
        Graham Falgate | Education Officer – Personal Social and Health, Education (PHSE) and Citizenship and Religious Education | Children and Young People's Department
        Rachel Walker | Detective Chief Inspector | Derbyshire Constabulary
        Fiona Colton | Acting Head of Service – Early Years and Childcare | Children and Young People's Department
        Mat Tarrant | Family Learning and Study Support Manager | Children and Young People's Department
        Janet Lawrence | Extended Schools Strategic Manager | Children and Young People's Department
        Steve Baguley | Integrating Services Manager – Area One | Children and Young People's Department
        David Finn | Head of Youth Service | Children and Young People's Department
        Mary Gordon | Head Of Operations | Connexions Derbyshire
        Fiona Colton | Acting Head of Service – Early Years and Childcare | Children and Young People's Department
        Pauline Inwood | Principal Officer - Education of Children in Care | Children and Young People's Department
        Janet King | Foundation Stage Consultant | Children and Young People's Department
        Paul Briggs | Head of Development and Co-ordination | Children and Young People's Department
        Mat Tarrant | Family Learning and Study Support Manager | Children and Young People's Department
        Angela Cole | Head of Social Development and Inclusion | Children and Young People's Department
        Mick Seller | Assistant Director – Learning | Children and Young People's Department
        Janet Lawrence | Extended Schools Strategic Manager | Children and Young People's Department
        Suzanne Meehan | Education Officer – PE and School | Children and Young People's Department
        David Finn | Head of Youth Service | Children and Young People's Department
        Sean Scannell | Assistant Head of Service – Youth Offending Service | Community Safety Partnership
        Diane Morrison | Parenting Officer – Youth Offending Service | Community Safety Partnership
        Lorraine Testro | Family Intervention Project Manager | Derby Homes
        Maureen Davis | Operations Manager | Derby Homes
        Graham Falgate | Education Officer – Personal Social and Health, Education (PHSE) and Citizenship and Religious Education | Children and Young People's Department
        David Finn | Head of Youth Service | Children and Young People's Department
        Andy Thomas | Head of Stronger and Safer Communities Unit | Children Safety Partnership
        Norman Smith | Deputy Head of Youth Service | Children and Young People's Department
        Naomi Feldman | Children's Participation Project Officer | Children and Young People's Department
        Tim O'Neill | Head of Youth Offending Service | Community Safety Partnership
        Andy Smith | Head of Crime Reduction | Community Safety Partnership
        Fiona Colton | Acting Head of Service - Early Years and Childcare | Children and Young People's Department
        Geoff Sumner | Information and Opportunities Services Manager | Connexions Derbyshire
        Sharon Birch | Performance Improvement Manager | Connexions Derbyshire
        Julie Pilgrim | Childcare Partnership Manager | Job Centre Plus
        Christine Durrant | Assistant Director – Highways and Transport | Regeneration and Community
        Mary Gordon | Head Of Operations | Connexions Derby
        Andrew Humberstone | Supporting People Manager | Corporate and Adult Services
        Helen Jefferson | Aim Higher and Careers, Education and Guidance Manager | Connexions Derbyshire
        Lisa Callow | Housing Options Managers | Corporate and Adult Services
        """;

    // "# code | priority | action", then its deliverables: words | target figures, or ~ and the words of a target without one | leads.
    internal const string KeyActions = """
        # BH1 | Parenting | Improve information, advice and support services to parents of all children
        10 parent/carer Healthy School Roadshows in schools working towards | 10 | Louise Bates
        Early Access for women to maternity services up to 12 weeks of | 95 | Julia Savage
        Quarterly exception reporting in place for non- and late take-up of |  | Julia Savage
        Increase to 53% infants being breastfed at 6-8 weeks and increase 90% | 53 90 | Chris Tully
        Two representatives from CYP network to attend Parent Steering Group. | 2 | Althea Bawden
        To review the Parenting Strategy and actively engage parents and |  | Althea Bawden
        To undertake Equality Impact Assessment of Parenting Strategy. |  | Althea Bawden
        Provide information, for example, Parentline plus 'Time to Talk' |  | Sheila McFarlane
        At least 15 social care workers/corporate parents to attend teenage | 15 | Sheila McFarlane
        Deliver one delay training session to 10 foster carers. | 10 | Sheila McFarlane
        Reduction in under 18 conception rates to 42.1per 1000 (females aged 15 | 42.1 | Sheila McFarlane
        # BH2 | Parenting | Support parents to address sexual health relationships and emotional health
        Information and advice provided to parents of disabled children through |  | Jacqui Jensen
        Raise awareness and implement Strengths and Difficulties Questionnaire |  | Elene Constantinou
        Inform advice support for children with life limiting conditions |  | Pam Hallam
        Implement substance misuse module within the delivery of five (Triple | 5 | Kerry Hodges
        Inform all substance misuse parents of the Breaking the Cycle Programme. |  | Kerry Hodges
        Implement a six week drug education programme to parents within hot |  | Kerry Hodges
        Implement integrated model of care between universal and specialist |  | Liz Webster
        Implement agreed model of emergency care between Primary Care and |  | Mary Hobin
        # BH3 | Safety | Increase participation of children and young people in Healthy Schools Enhancement
        12 schools (secondary and primary) taking part in one or more of the | 12 | Louise Bates
        Increase 13.5% children and young people's physical activity in | ~Increase 13.5% | Andrew Beddow
        # BH4 | Safety | To engage children and young people in Recruitment of staff
        Implementation of Every Disabled Child Matters Charter (EDCM) - |  | Jacqui Jenson
        Disabled children monitoring specialist services provision. |  | Jacqui Jenson
        CYP engaged in the recruitment of new posts including school nurses and |  | Pam Hallam
        # BH5 | Building | Early identification of children and young people who are vulnerable and at risk
        Locality Planning Officers to develop process systems to support the |  | Fiona Colton
        Healthy Schools Programme to support 70% of schools to implement SEAL | 70 | Louise Bates
        # BH6 | Building | Early intervention and access to opportunities - targeting hard to reach children
        Carry out a review of the current boys' and young men's sexual health |  | Sheila McFarlane
        Aiming High for Disabled Children (AHDC) - Early Support Programme |  | Jacqui Jensen
        Implementation plan agreed to enable disabled children to access |  | Jacqui Jensen
        Family Nurse Partnership – ongoing support to 100 families recruited to | 100 | Chris Tully
        # BH7 | Physical | Enable and encourage physical activity and healthy lifestyle from a very early age
        Obesity targets as agreed in Primary Care Trust (PCT) Local Operational | ~Obesity targets as agreed | Jon Topham
        68% of schools (excluding nurseries) achieved Healthy School Status by | 68 | Louise Bates
        20 Healthy Schools working towards Enhanced Status in one or more areas | 20 | Louise Bates
        Improve recording rates (85%) of women who are NOT breastfeeding at 6 – | 85 | Chris Tully
        Review and implement revised professional pathway to support |  | Sheila McFarlane
        17% uptake of 15-24 year-olds accessing Chlamydia screening – | 17 | Stephanie Cook
        # BH8 | Physical | Enhance provision of CAMHS intervention services in the community.
        Maintain access to CAMHS specialist service at 13 weeks and below. | 13 | Jackie Colley
        Establish performance management framework for services commissioned |  | Jackie Colley
        Develop a service model for Children in Care (CiC) by re-focusing the |  | Jackie Colley
        Review the role of the Primary Mental Health Workers targeted at |  | Jackie Colley
        Evaluate model of service for the Young Person's Specialist Service and |  | Jackie Colley
        # SS1 | Parenting | Provide timely and appropriate responses to parents of vulnerable children and children in need
        200 Common Assessment (CAFs) completed across the city. | 200 | Elizabeth Williamson
        Roll out of Lead Professional (LP) in Area 1 – 40 LPs identified. | 40 | Elizabeth Williamson
        70% of initial assessments completed to time. | 70 | Graham Reiter
        Derby Safeguarding Children Board (DSCB) complete review of services to |  | Sue Richards
        14 Children's Centres providing family visiting services to the hard to | 14 | Sue Sanford
        Locality social care teams established in all areas. |  | Rachel Dickinson
        # SS2 | Parenting | Provide safeguarding information for children, young people and parents
        Home safety information available via 14 children's centres. | 14 | Sue Sanford
        Reduction in 50% from a baseline of 31 deaths or serious injuries in | 15.5 | Corinne Clemson
        Preventable deaths through unsafe sleeping arrangements to be nil. | 0 | Liz Adamson
        Include new 'Safe sleeping arrangements' insert in all Parent - Held |  | Liz Adamson
        Establish guidance and checklist for health professionals about the |  | Liz Adamson
        Deliver 10 Internet safety courses in school clusters. | 10 | Kevin Murphy
        Information available in secondary schools about safeguarding including |  | Mark Sobey + Kevin Murphy
        # SS3 | Safety | Promote safe and secure care for children and young people at home
        Revise DSCB procedures. |  | Mark Sobey
        Implement new public law outline (Ministry of Justice). |  | Elene Constantinou
        27.5% or fewer - re-referrals to social care. | 27.5 | Sue Richards
        Children with Child Protection (CP) Plan 3.00 ratio per 1000. | 3.00 | Sue Richards
        Independently reviewed all neglect cases with CP Plan in place for 15 |  | Sue Richards
        16% or fewer of children with Child Protection (CP) Plan for a second | 16 | Sue Richards
        50% Care cases completed in the courts within 40 weeks. | 50 | Hannah Hogg
        8% target of Children in Care to be adopted. | 8 | Elene Constantinou
        Focused task group to improve analysis in significant harm cases. |  | Sue Richards
        To reduce the number of Children in Care to 7.60 per 1000 children. | 7.60 | Keith Woodthorpe
        9% stability of placements for Children in Care. | 9 | Keith Woodthorpe
        # SS4 | Safety | Promote safety and security for children and young people at school and in the community
        Reduce bullying incidents by 10% (cross-cutting with Make a Positive | ~by 10% | Graham Falgate
        To reduce the ratio of Children in Care (CiC) aged 10-17 years with a | 1.5 | Elene Constantinou
        85 % attendance at level 2 Multi-Agency Public Protection Arrangements | 85 | Sue Richards
        Established baseline of numbers of reported crimes against children. |  | Rachel Walker
        Established baseline of numbers of suspects charged with crimes against |  | Rachel Walker
        Review of runaway and missing children strategy. |  | Kevin Murphy
        Establish multi-agency group to co-ordinate intelligence re - predatory |  | Rachel Walker
        # SS5 | Building | Promote schools attendance for all children and young people
        95% primary school attendance achieved | 95 | Kevin Murphy
        92.2% secondary school attendance achieved | 92.2 | Kevin Murphy
        Targeted support for secondary schools with high levels of persistent |  | Kevin Murphy
        Targeted response service to address truancy. |  | Kevin Murphy
        Promote take up of free entitlement for 3 year olds particularly in |  | Fiona Colton
        Provide family learning sessions – PEEP – in all 14 children's centres. | 14 | Mat Tarrant
        Provide extended services to support family learning in disadvantaged |  | Janet Lawrence
        # SS6 | Building | Improve ability to identify vulnerable children and young people at an early stage and provide
        Family visitors providing services to hard to reach families from 14 | 14 | Sue Sanford
        Identification of newly arrived families and provision of appropriate |  | Kevin Murphy
        Evaluation of integrated services trailblazer in Area One. |  | Steve Baguley
        Development of locality planning groups in all areas. |  | Janet Lawrence
        Establishment of virtual targeted youth support services across the |  | David Finn + Mary Gordon
        # SS7 | Physical | Provide a range of information for parents, young people and children aimed at supporting
        Develop and distribute leaflet promoting safe play to all schools, |  | Mark Sobey
        # SS8 | Physical | Supply providers of childhood focused faith, sporting and leisure activities
        Circulated Voluntary, Independent and Community Sector guidance |  | Mark Sobey
        Circulated information updates on the implementation of the Independent |  | Mark Sobey
        # EA1 | Parenting | Improve information, advice and guidance for parents (especially who are disadvantaged)
        Develop and implement marketing campaign, including organising 5 events | 5 | Fiona Colton
        To complete 80% of Pupil Education Plans for Children in Care (CiC) | 80 | Pauline Inwood
        All 14 children's centres to offer PEEP to families with children under | 14 | Mat Tarrant
        Deliver a focused communication, language and literacy programme for | 10 | Janet King
        Phased implementation of 'post card' consultation with parents/carers | 20 | Althea Bawden
        Pupil/parent satisfaction survey to be completed – engagement of 3 | 3 | Richard Lakin
        # EA2 | Parenting | Provide better information and intervention on managing transitions, especially for children
        Plan and deliver Transition and Transfer Conference – June 2008. |  | Paul Briggs
        Produce city-wide Transfer and Transition Guidance for all schools. |  | Paul Briggs
        Implement city-wide Transition Guidance and distribute toolkit to all |  | Paul Briggs
        Implement Phase 2 of Transition Information Service for parents of |  | Janet Lawrence
        Initiate 3-year plan to review all enhanced school provision to |  | Liz Beswick
        Development of analysis system for monitoring city-wide progress of |  | Liz Beswick + Angela Cole
        # EA3 | Safety | Raise the level of inclusion of children and young people in schools and all services.
        Reduce number of children and young people permanently excluded from | 32 | Angela Cole
        Reduce number of days lost to fixed-term exclusions from all schools to | 1565 | Angela Cole
        # EA4 | Safety | Maintain stability of placements for CiC to allow for greater life opportunities.
        Increase the percentage of CiC who will achieve level 4 and above at | 40 | Pauline Inwood
        Increase the percentage of CiC who will achieve level 4 and above at | 40 | Pauline Inwood
        Increase the percentage of CiC who will achieve qualifications | 13 | Pauline Inwood
        # EA5 | Building | Support schools, providers of education and training to deliver their duties
        Delivery of community cohesion duties is at least satisfactory in 98% | 98 | Angela Cole
        Quality of provision is at least satisfactory in 98% of schools, as | 98 | Mick Seller
        # EA6 | Building | Support all schools and settings in raising standards by providing an enjoyable broad
        Increase the number of schools delivering the full extended schools | ~Increase the number | Janet Lawrence
        Support to 5 secondary schools offering People's Arts Award via links | 5 | Wenna Stockdale
        # EA7 | Physical | Develop affordable, accessible and enjoyable recreational activities
        Increase by 10% the number of 5 – 16-year-olds in schools who spend a | ~Increase by 10% | Suzanne Meehan
        Increase the numbers of young people participating in Darley Barn | ~by 10% each year from 2008/09 to 2010/11 | David Finn
        # EA8 | Physical | Develop increased youth opportunities that are youth led.
        Comply with all the requirements and conditions linked to the Youth |  | David Finn
        10% increase in the number of young people succeeding at bronze and | ~10% increase | David Finn
        10% increase in number of disabled children and young people | ~10% increase | David Finn
        # MAPC1 | Parenting | Enable parents to access parenting training that promotes positive relationships and minimises
        To provide intervention and support to 50 parents through the Senior | 50 | Diane Morrison + Sean Scannell
        To deliver 5 Group Parenting Programmes. | 5 | Diane Morrison + Sean Scannell
        To provide parenting training to 20 staff within Youth Offending | 20 | Diane Morrison + Sean Scannell
        To provide parenting intervention and support to 20% of parents of | 20 | Diane Morrison + Sean Scannell
        To provide parenting intervention and support to 20% of young people on | 20 | Diane Morrison + Sean Scannell
        For 90% of parents receiving intervention through the Senior Parenting | 90 | Diane Morrison + Sean Scannell
        For 90% of parents to identify an improvement in their child's | 90 | Diane Morrison + Sean Scannell
        For 80% of parents attending parenting programme to complete the course | 80 | Diane Morrison + Sean Scannell
        # MAPC2 | Parenting | Target support to identified families where there are children at risk of offending.
        To provide intensive support to 10 families through the Family | 10 | Lorraine Testro + Andy Thomas + Maureen Davis
        To engage CYP and families in the review of FIP services. |  | Lorraine Testro + Andy Thomas + Maureen Davis
        To develop FIP sustainable strategy. |  | Lorraine Testro + Andy Thomas + Maureen Davis
        # MAPC3 | Safety | To reduce the incidence of bullying in both school and non-school settings
        Reduce bullying incidents by 10%. | ~by 10% | Graham Falgate
        To meet the objectives of the Equality Impact Assessment written August |  | Graham Falgate
        To consult on and share with key partners a Children and Young People's |  | Graham Falgate
        Agree partnership definition of bullying. |  | Graham Falgate
        # MAPC4 | Safety | To promote anti-bullying strategies in schools and other settings
        Reduce bullying incidents by 10%. | ~by 10% | Graham Falgate
        To ensure 95% of all schools return the annual record of bullying and | 95 | nobody
        To recruit and effectively complete a pilot project involving a small |  | Graham Falgate
        # MAPC5 | Building | Increase the access to appropriate positive activities of vulnerable groups and Support children
        increase to 19% the number of young people involved in positive | 19 | Norman Smith
        80% of all Youth Opportunity Fund (YOF) bids are allocated to | 80 | David Finn
        Develop an action plan to meet the needs of young people in new |  | Norman Smith
        Increase number of volunteering opportunities based on 2007/2008 | ~based on 2007/2008 baseline | Norman Smith
        Develop 'Aiming High ' local action plan. |  | Norman Smith
        Develop Neighbourhood Youth Forum structure in place across the city. |  | Andy Thomas + David Finn
        Young people represented on all neighbourhood boards across the city. |  | Andy Thomas
        Review the impact of the city's participation strategy and act on |  | Naomi Feldman
        Undertake Equality Impact Assessment (EIA) of the Participation |  | Naomi Feldman
        # MAPC6 | Building | Ensure the effective alignment of PAYP strategy across partnerships
        Produce PAYP Strategy that reflects the city's priorities 2008-2010. |  | Tim O'Neil + Norman Smith
        Undertake Equality Impact Assessment of PAYP Strategy. |  | Tim O'Neil + Norman Smith
        Evaluate effectiveness of promotion of PAYP. |  | Tim O'Neill + Norman Smith
        # MAPC7 | Physical | Ensure alignment of universal and targeted prevention strategies across partnerships
        5% reduction in First Time Entrants by 2010 | ~5% reduction | Tim O'Neill + Andy Smith
        Protocol established to align delivery of key services. |  | Tim O'Neill + Andy Smith
        Reduction in perception of anti social behaviour (ASB) - new Place | ~Reduction in perception | Tim O'Neill + Andy Smith
        All young people subject to ASB interventions to receive an appropriate |  | Tim O'Neill + Andy Smith
        # MAPC8 | Physical | Develop cross-partnership steering group to shape prevention activities across the city.
        Establishment of Steering Group. |  | Tim O'Neill
        To develop and expand YIP delivery framework in key areas of the city. |  | Tim O'Neill
        # AEWB1 | Parenting | Increase parents' awareness of the help available to them to support their children
        Key professionals visiting families to have a pack of information to |  | Fiona Colton
        Parents will receive regular information on Connexions services |  | Geoff Sumner
        Connexions to undertake annual satisfaction survey of parents to |  | Sharon Birch
        Childcare and Family Information Service (FIS) information to be |  | Fiona Colton
        # AEWB2 | Parenting | Improve people's employment opportunities in order to reduce the proportion of children
        To identify a relevant sustainable occupancy level for individual |  | Fiona Colton
        Establish the contracts for JCP multi-agency employment teams to engage |  | Julie Pilgrim
        JCP targets still to be finalised through LAA negotiations. | ~still to be finalised | Julie Pilgrim
        # AEWB3 | Safety | Improve access to services, leisure and learning opportunities for CYP
        Establish strategic links between AEWB outcome group and Physical |  | Christine Durrant
        # AEWB4 | Safety | Seek feedback from targeted groups of young people, for example, those over represented
        To increase teenage parents in education, employment or training (EET) | 45 | Mary Gordon
        # AEWB5 | Building | Provide high quality Information Advice and Guidance (IAG) to national standards
        Not in education, employment or training (NEET) percentage to be | 7.6 | Mary Gordon
        To increase teenage parents in EET to 45% by November 2008. | 45 | Mary Gordon
        To increase percentage of 16 -19 year-olds with LDD in EET to 84% by | 84 | Mary Gordon
        100% of young people with LDD have a section 140 assessment. | 100 | Mary Gordon
        Connexions to undertake audit of Information, Advice and Guidance (IAG) |  | Mary Gordon
        # AEWB6 | Building | Improve support for vulnerable groups of young people to overcome barriers to learning
        61% of young people in supported housing to access education and | 61 | Andrew Humberstone
        44.5% of young people in supported housing to access employment. | 44.5 | Andrew Humberstone
        Create a data sharing agreement between AimHigher, University of Derby, |  | Helen Jefferson
        AimHigher Partnership Committee (APC) to identify strategic objectives |  | Helen Jefferson
        # AEWB7 | Physical | Research and carry out a feasibility study to develop a night stop service in the city
        Agree 16/17 year-old housing protocol. |  | Lisa Callow
        Work towards the reduction of the number of 16 and 17-year-olds | 0 | Lisa Callow
        Work towards the reduction of the number of 16 and 17-year-olds | 10 | Lisa Callow
        # AEWB8 | Physical | Research and carry out a feasibility study on the possibility of introducing 'crash pads'
        Feasibility study completed and actions agreed. |  | Lisa Callow
        Work towards the reduction of our reliance on unsuitable temporary | 5 | Lisa Callow
        """;
}
