using LandLedger.Cases;
using LandLedger.Rules;

namespace LandLedger.Tests.House;

public class ShippedTextsTests
{
    /// <summary>What decisions were made by is known by id, version and digest: another text needs another version once one is in use.</summary>
    [Fact]
    public void Packages_and_procedures_that_come_with_the_program_say_what_was_approved()
    {
        var path = Path.Combine(TestFiles.Root, "tests", "LandLedger.Tests", "House", "ShippedTexts.txt");
        var texts = RuleSets.All.Select(rules => rules.Text).Concat(Procedures.Shipped.All.Select(one => one.Text));
        var now = string.Concat(texts.Select(text => $"{text.Name} {text.Digest}\n").Order(StringComparer.Ordinal));
        if (Environment.GetEnvironmentVariable("LANDLEDGER_WRITE") == "1")
            File.WriteAllText(path, now);
        Assert.True(
            File.ReadAllText(path) == now,
            "A package or procedure says something else under the same version. Give it another version beside the old one, or, where nobody has decided by it yet, LANDLEDGER_WRITE=1 ./test."
        );
    }
}
