using LandLedger.Fields;

namespace LandLedger;

/// <summary>What an ambiguous code of use may mean, in words: GB/T 21010作铁路用地、2023年用地用海分类作工业用地.</summary>
internal static class UseText
{
    public static string Meanings(LandUse use, Texts texts) =>
        Joined(LandUses.Meanings(use).Select(meaning => (CodeText.Of(meaning.System), meaning.Name)), texts);

    /// <summary>The same from "survey:铁路用地,planning2023:工业用地".</summary>
    public static string Meanings(string meanings, Texts texts) =>
        Joined(meanings.Split(',').Select(meaning => meaning.Split(':')).Select(part => (part[0], part[^1])), texts);

    private static string Joined(IEnumerable<(string System, string Name)> meanings, Texts texts) =>
        string.Join(
            texts["list.comma"],
            meanings.Select(meaning =>
                texts.Fill(
                    "use-system.meaning",
                    place =>
                        place == "name" ? meaning.Name : texts.Find("use-system." + meaning.System) ?? meaning.System
                )
            )
        );
}
