using LandLedger.Fields;
using LandLedger.Import.Checks;
using LandLedger.Rules;

namespace LandLedger;

/// <summary>One sentence for each thing that an evaluation says, from the templates of the texts.</summary>
public static class Sentence
{
    /// <summary>A condition with its value and limit. A place in the template may also name a field of the plot, or be what is missing.</summary>
    public static string Of(Condition condition, Plot plot, Texts texts)
    {
        var key = condition.Sentence;
        if (texts.Template(key) is not { } parts)
            return texts.Find(key) ?? key;
        var decimals = FactText.Apart(condition.Value, condition.Limit);
        var sentence = new Draft();
        sentence.Append(parts[0]);
        for (var i = 1; i < parts.Length; i += 2)
        {
            Append(ref sentence, parts[i], condition, plot, texts, decimals);
            sentence.Append(parts[i + 1]);
        }
        return sentence.ToText();
    }

    /// <summary>Instrument and article, e.g. 《闲置土地处置办法》第二条（一）, with the warning words of an unverified line.</summary>
    public static string Of(LawReference clause, RuleSet rules, Texts texts) => ClauseTexts.Of(clause, rules, texts);

    /// <summary>A fact as people read it: 2023年3月1日, 33.33亩, 30天, a code by its word; the word for unknown where it is.</summary>
    public static string Of(Fact fact, Texts texts) => FactText.Of(fact, texts);

    /// <summary>A measure with its amount, and the cause that must be established first.</summary>
    public static string Of(Measure measure, Texts texts)
    {
        var text = texts["measure." + Codes.Of(measure.Kind)];
        if (measure.Amount is { } amount)
            text = texts.Fill("measure.amount", Places(text, FactText.Of(Fact.Of(amount), texts)));
        else if (measure.Missing is { } missing)
            text = texts.Fill("measure.amount-unknown", Places(text, Needed(missing.Id, texts)));
        return IfCause(text, measure.IfCause, texts);
    }

    /// <summary>A kind of measure by its name, and the cause that must be established first.</summary>
    public static string Of(MeasureKind kind, Cause? ifCause, Texts texts) =>
        IfCause(texts["measure." + Codes.Of(kind)], ifCause, texts);

    /// <summary>A field of the plot by its title, or by all that could take its place; a number of the package by its title, its id, and what to do about it.</summary>
    public static string Needed(string id, Texts texts)
    {
        if ((texts.Find("missing." + id) ?? texts.Find("field." + id)) is { } field)
            return field;
        var title = texts.Find("number." + id);
        return title is null ? id : texts.Fill("missing.number", place => place == "title" ? title : id);
    }

    /// <summary>
    /// "2(1)" is 第二条（一） in Chinese, which leaves open whether it is a paragraph (款) or an item (项). What does not begin with a figure stands as
    /// printed, in another language by its word there is one; an article that nobody has looked up is a blank.
    /// </summary>
    public static string Article(LawReference clause, Texts texts)
    {
        var article = clause.Article;
        if (article == LawReference.OpenArticle)
            return texts["article-open"];
        if (!char.IsAsciiDigit(article[0]))
            return texts.Find("article." + article) ?? article;
        if (texts.Language == Language.English)
            return "art. " + article;
        var parts = article.Split('(');
        var within = parts.Skip(1).Select(part => $"（{ChineseNumeral.Of(part.TrimEnd(')'))}）");
        return $"第{ChineseNumeral.Of(parts[0])}条{string.Concat(within)}";
    }

    private static void Append(
        ref Draft sentence,
        string place,
        in Condition condition,
        Plot plot,
        Texts texts,
        int decimals
    )
    {
        if (place == "value")
            FactText.Append(ref sentence, condition.Value, texts, decimals);
        else if (place == "limit")
            FactText.Append(ref sentence, condition.Limit, texts, decimals);
        else if (place == "missing")
            sentence.Append(Missing(condition, texts));
        else if (place == "said")
            sentence.Append(Said(condition, plot, texts));
        else if (place == "ambiguous")
            sentence.Append(Ambiguous(plot, texts));
        else if (PlotFields.Find(place) is { } field)
            FactText.Append(ref sentence, field.Of(plot), texts, decimals: 2);
        else
            sentence.Append("{" + place + "}");
    }

    private static string Missing(Condition condition, Texts texts) =>
        string.Join(texts["list.comma"], condition.Missing.Select(missing => Needed(missing.Id, texts)));

    /// <summary>The fields that a condition asks for, with what the plot has in them: 是否动工“否”、实际动工日期“2022年2月1日”.</summary>
    private static string Said(Condition condition, Plot plot, Texts texts) =>
        string.Join(
            texts["list.comma"],
            condition
                .Missing.OfType<Field>()
                .Select(field =>
                    texts.Fill(
                        "missing.said",
                        place => place == "field" ? Needed(field.Id, texts) : FactText.Of(field.Of(plot), texts)
                    )
                )
        );

    /// <summary>实际用途“1001”（GB/T 21010作铁路用地、2023年用地用海分类作工业用地）.</summary>
    private static string Ambiguous(Plot plot, Texts texts) =>
        string.Join(
            texts["list.semicolon"],
            UseCheck
                .Ambiguous(plot)
                .Select(ambiguous =>
                    texts.Fill(
                        "missing.ambiguous",
                        place =>
                            place switch
                            {
                                "field" => Needed(ambiguous.Field.Id, texts),
                                "value" => ambiguous.Use.Code ?? ambiguous.Use.Name,
                                _ => UseText.Meanings(ambiguous.Use, texts),
                            }
                    )
                )
        );

    /// <summary>What is so only once a cause has been established.</summary>
    internal static string IfCause(string measure, Cause? cause, Texts texts) =>
        cause is { } open
            ? texts.Fill("measure.if-cause", place => place == "cause" ? texts["cause." + Codes.Of(open)] : measure)
            : measure;

    private static Func<string, string?> Places(string measure, string amount) =>
        place => place == "measure" ? measure : amount;
}
