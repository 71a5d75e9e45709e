using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.People;

namespace LandLedger.Tests.People;

public sealed class RoleRulesTests
{
    [Fact]
    public void Of_every_fact_and_column_it_is_said_what_it_tells_and_of_nothing_else()
    {
        var all = PlotFields
            .All.Select(field => field.Id)
            .Concat(DisposalColumns.Listed.Select(column => column.Id))
            .Concat(DisposalColumns.Judged.Select(column => column.Id))
            .Append(PlotQueryables.Geometry);

        Assert.Equal(all.Distinct().Order(StringComparer.Ordinal), RoleRules.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_tells_what_each_role_may_do_and_does_not_see()
    {
        Role[] roles = [Role.Viewer, Role.Planner, Role.Auditor, Role.Officer, Role.Admin];
        var rows = File.ReadLines(Path.Combine(TestFiles.Root, "docs", "people.md"))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(cells => cells.Length == roles.Length + 2)
            .ToDictionary(cells => cells[0].Trim('`'), cells => cells[2..]);

        Assert.Equal(roles.Select(CodeText.Of), rows["right"].Select(title => title.Split(' ')[0]));
        foreach (var right in Enum.GetValues<Right>())
            Assert.Equal(roles.Select(role => role.May(right) ? "✓" : ""), rows[CodeText.Of(right)]);
        Assert.Equal(
            roles.Select(role => role.Hides() == FieldGroups.None ? "" : role.Hides().ToString().ToLowerInvariant()),
            rows["hidden"]
        );
    }

    [Fact]
    public void What_the_file_does_not_name_is_seen_only_where_nothing_is_hidden()
    {
        Assert.True(FieldGroups.None.Show("a-column-to-come"));
        Assert.All(
            (FieldGroups[])[FieldGroups.Holder, FieldGroups.Figures, FieldGroups.Price, FieldGroups.Shape],
            hidden => Assert.False(hidden.Show("a-column-to-come"))
        );
    }

    [Fact]
    public void Class_and_area_stay_whatever_is_hidden_and_what_tells_several_things_goes_with_any()
    {
        const FieldGroups All = FieldGroups.Holder | FieldGroups.Figures | FieldGroups.Price | FieldGroups.Shape;
        Assert.All((string[])["plot", "category", "stated_mu", "measured_mu"], name => Assert.True(All.Show(name)));
        foreach (var hidden in (FieldGroups[])[FieldGroups.Holder, FieldGroups.Figures, FieldGroups.Price])
            Assert.False(hidden.Show("reason"));
        Assert.True(FieldGroups.Shape.Show("reason"));
        Assert.False(FieldGroups.Price.Show("idle_fee"));
        Assert.False(FieldGroups.Holder.Show("credit_code"));
        Assert.False(FieldGroups.Figures.Show("tax_per_mu"));
        Assert.False(FieldGroups.Shape.Show("geometry"));
    }

    [Fact]
    public void Who_has_something_hidden_reads_and_does_no_more()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role.Hides() != FieldGroups.None))
            Assert.Equal([Right.Read], Enum.GetValues<Right>().Where(right => role.May(right)));
        Assert.Equal(FieldGroups.None, Role.Officer.Hides());
        Assert.Equal(
            [Right.Read, Right.Files, Right.History, Right.Evidence],
            Enum.GetValues<Right>().Where(right => Role.Auditor.May(right))
        );
        Assert.Equal([Role.Admin], RoleRules.With(Right.Token));
        Assert.Equal([Role.Officer, Role.Admin], RoleRules.With(Right.Step));
    }
}
