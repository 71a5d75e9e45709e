using System.Text;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Formats.Papers;
using LandLedger.Formats.Tests.Tables;

namespace LandLedger.Formats.Tests.Papers;

/// <summary>A county's own template: as Word leaves it, and what is wrong with it by name and place.</summary>
public sealed class PaperTemplateTests
{
    private const PaperKind Kind = PaperKind.UrgingNotice;

    private static string Filled(PaperTemplate template, PaperSource? source = null) =>
        string.Join('\n', Docx.Paragraphs(Docx.Written(Kind, source ?? PaperCase.Source(Kind), template)));

    private static IReadOnlyList<PaperProblem> Faults(Func<string, string> change)
    {
        var (file, problems) = Paper.Write(Kind, PaperCase.Source(Kind), Docx.Changed(Kind, change));
        Assert.Null(file);
        return problems;
    }

    [Fact]
    public void A_placeholder_that_Word_split_over_runs_is_filled_in_the_run_where_it_begins()
    {
        const string Break = "</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>";
        var template = Docx.Changed(
            Kind,
            xml =>
                xml.Replace("坐落：{{坐落}}。", $"坐落：{{{Break}{{坐{Break} 落}}{Break}}}。", StringComparison.Ordinal)
        );
        Assert.Contains("坐落：城东片区1号路南。土地面积", Filled(template), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_of_the_county_stands_in_the_place_of_ours()
    {
        var template = Docx.Changed(
            Kind,
            xml => xml.Replace("催建通知书<", "限期开发建设告知书<", StringComparison.Ordinal)
        );
        var text = Filled(template);
        Assert.Contains("限期开发建设告知书", text, StringComparison.Ordinal);
        Assert.DoesNotContain("催建通知书", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_that_ships_comes_out_as_a_file_that_can_be_handed_in_again()
    {
        using var file = new MemoryStream(PaperTemplate.Default(Kind).ToBytes());
        Assert.Contains("{{使用权人}}", string.Concat(Docx.Paragraphs(file.ToArray())), StringComparison.Ordinal);
        var (template, problems) = PaperTemplate.Read(file);
        Assert.Empty(problems);
        Assert.Equal(Docx.Written(Kind, PaperCase.Source(Kind)), Docx.Written(Kind, PaperCase.Source(Kind), template));
    }

    [Fact]
    public void An_unknown_placeholder_is_named_with_its_paragraph()
    {
        var problem = Assert.Single(
            Faults(xml => xml.Replace("{{联系人}}", "{{联系 人员}}", StringComparison.Ordinal))
        );
        // Line 13 of data/papers/urging-notice.txt.
        Assert.Equal(
            ("placeholder-unknown", "document:13", "{{联系人员}}"),
            (problem.Code, problem.Place, problem.Value)
        );
        Assert.StartsWith(
            "模板正文第13段的占位符“{{联系人员}}”无此项；可用：机关名称、",
            problem.In(Language.Chinese),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Braces_without_their_pair_are_named_with_their_paragraph()
    {
        var problem = Assert.Single(Faults(xml => xml.Replace("{{联系人}}", "{{联系人", StringComparison.Ordinal)));
        Assert.Equal(("placeholder-open", "document:13"), (problem.Code, problem.Place));
        Assert.Contains("body, paragraph 13", problem.In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperKind.InvestigationNotice, "papers-day", "调查的主要内容和提交材料的期限")]
    [InlineData(PaperKind.FindingDecision, "conclusion", "闲置原因及认定结论")]
    [InlineData(PaperKind.FeeDecision, "court", "申请行政复议或者提起行政诉讼的途径和期限")]
    [InlineData(PaperKind.TakeBackDecision, "deregistration-days", "决定的履行方式和期限")]
    public void What_the_law_asks_for_and_the_template_leaves_out_is_named(PaperKind kind, string fact, string item)
    {
        var name = "{{" + Texts.Chinese["paper-fact." + fact] + "}}";
        var template = Docx.Changed(kind, xml => xml.Replace(name, "略", StringComparison.Ordinal));
        var (file, problems) = Paper.Write(kind, PaperCase.Source(kind), template, asDraft: true);
        Assert.Null(file);
        var problem = Assert.Single(problems);
        Assert.Equal(("placeholder-lacking", fact, name), (problem.Code, problem.Place, problem.Value));
        Assert.Contains(item, problem.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_filled_in_is_not_looked_through_and_stays_valid_XML()
    {
        var source = PaperCase.Source(Kind);
        source = source with { Office = source.Office with { Contact = "{{坐落}}&<w:p>\u0001\uD800" } };
        Assert.Contains(
            "联系人：{{坐落}}&<w:p>\uFFFD\uFFFD。",
            Filled(PaperTemplate.Default(Kind), source),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_no_DOCX_is_refused_in_words()
    {
        static string Code(byte[] bytes) => Assert.Single(PaperTemplate.Read(new MemoryStream(bytes)).Problems).Code;
        Assert.Equal("template-not-docx", Code(Encoding.UTF8.GetBytes("not a zip")));
        Assert.Equal("template-not-docx", Code(new WordPackage([("a.txt", [1])]).ToBytes()));
        var entries = TemplateText.Package("a").Entries;
        var broken = entries.Select(entry =>
            entry.Name == "word/document.xml" ? (entry.Name, "<!DOCTYPE x [<!ENTITY y 'z'>]><x/>"u8.ToArray()) : entry
        );
        Assert.Equal("template-broken", Code(new WordPackage([.. broken]).ToBytes()));
        var large = entries.Append(("word/media/a.bin", new byte[(WordPackage.MostMegabytes << 20) + 1]));
        Assert.Equal("template-too-large", Code(new WordPackage([.. large]).ToBytes()));
    }

    [Theory]
    [MemberData(nameof(PaperTests.Kinds), MemberType = typeof(PaperTests))]
    public void Every_paper_has_its_contents_and_its_facts_have_names_of_their_own(PaperKind kind)
    {
        Assert.NotEmpty(PaperContents.Of(kind).Items);
        Assert.Equal(
            PaperFacts.All.Count,
            PaperFacts.All.Select(fact => fact.Placeholder).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.NotNull(Texts.Chinese.Find("paper." + CodeText.Of(kind)));
    }

    [Fact]
    public void The_page_of_papers_lists_every_placeholder()
    {
        var page = File.ReadAllText(SharedData.Repository("data", "papers", "README.md"));
        Assert.All(
            PaperFacts.All,
            fact =>
                Assert.Contains(
                    $"| `{PaperFact.Braced(fact.Placeholder)}` | {Texts.English[PaperFact.TitleKey(fact.Id)]} |",
                    page,
                    StringComparison.Ordinal
                )
        );
    }
}
