namespace LandLedger.Service.Collections;

/// <summary>The languages that a filter may be written in; their codes are those of the standard.</summary>
internal enum FilterLang
{
    Cql2Text,
    Cql2Json,
}
