namespace QuarterlyCycle.Orchestrations.Calls;

/// <summary>Invites the people of a clinic; the ordinal is 1 for the invitation and 2 for the reminder to hold it.</summary>
public sealed record InviteToClinic(string Clinic, int Ordinal) : IActivityCall<Done>;

/// <summary>Asks how one of the clinic's actions stands on the day it is due.</summary>
public sealed record CheckMilestone(string Clinic, int Milestone) : IActivityCall<Done>;

/// <summary>Puts the clinic's findings on the next board pack's list.</summary>
public sealed record SendFindingsToBoard(string Clinic) : IActivityCall<Done>;

/// <summary>Withdraws a clinic that is no longer wanted.</summary>
public sealed record WithdrawClinic(string Clinic) : IActivityCall<Done>;
