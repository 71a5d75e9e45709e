using System.Diagnostics.CodeAnalysis;

namespace LandLedger.Filters;

/// <summary>What a step from text to query gave: its value, or the error that stands in the way.</summary>
public readonly record struct FilterResult<T>
    where T : class
{
    private FilterResult(T? value, FilterError? error)
    {
        Value = value;
        Error = error;
    }

    public T? Value { get; }

    public FilterError? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsGood => Value is not null;

    public static implicit operator FilterResult<T>(T value) => new(value, null);

    public static implicit operator FilterResult<T>(FilterError error) => new(null, error);
}
