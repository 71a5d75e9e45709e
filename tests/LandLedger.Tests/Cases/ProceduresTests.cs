using LandLedger.Cases;

namespace LandLedger.Tests.Cases;

public sealed class ProceduresTests
{
    [Fact]
    public void Four_procedures_come_with_the_program() =>
        Assert.Equal(
            ["idle", "low-efficiency", "performance", "use-changed"],
            Procedures.All.Select(procedure => procedure.Id)
        );
}
