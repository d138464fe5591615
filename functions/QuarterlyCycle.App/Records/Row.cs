namespace QuarterlyCycle.App.Records;

/// <summary>A stored row: keys within the limits of <see cref="Keys"/>, values of at most 32,768 characters.</summary>
public sealed record Row(string Partition, string Key, string ETag, IReadOnlyDictionary<string, string> Values);

/// <summary>A record as it was read, with the ETag that a replacement must name.</summary>
public sealed record Stored<TRecord>(TRecord Record, string ETag);
