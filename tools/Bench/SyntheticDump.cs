using System.Globalization;
using System.Text;

namespace EntityRes.Bench;

/// <summary>
/// A Wikidata JSON dump of any size and the true shape, whose names are made of syllables: common and rare words in the measure
/// of real ones (Zipf), one person in two, one organisation in five, places, works; some hold offices.
/// </summary>
internal static class SyntheticDump
{
    private const int Words = 400_000;
    private const int FirstId = 1_000_000;
    private const int Positions = 2_000;
    private const int Countries = 200;

    private static readonly string[] Onsets =
        ["b", "br", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "pr", "r", "s", "sh", "st", "t", "tr", "v", "w", "z", ""];

    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ai", "ei", "ou", "á", "ö"];
    private static readonly string[] Codas = ["", "", "n", "r", "l", "s", "k", "m", "nd", "rt", "v", "sky", "man", "ov"];
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "ru"];
    private static readonly string[] Classes = ["Q5", "Q5", "Q5", "Q5", "Q5", "Q4830453", "Q43229", "Q515", "Q486972", "Q386724"];

    internal static void Write(string path, int entities)
    {
        var random = new Random(20260630);
        var words = Enumerable.Range(0, Words).Select(_ => Word(random)).ToArray();
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        writer.WriteLine("[");
        for (var i = 0; i < entities; i++)
        {
            WriteEntity(writer, random, words, i);
            writer.WriteLine(i < entities - 1 ? "," : "");
        }

        writer.WriteLine("]");
    }

    private static void WriteEntity(StreamWriter writer, Random random, string[] words, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"Q{FirstId + number}");
        var isCountry = number < Countries;
        var isPosition = !isCountry && number < Countries + Positions;
        var kind = isCountry ? "Q6256" : isPosition ? "Q4164871" : Classes[random.Next(Classes.Length)];
        var name = isPosition ? $"President of {Pick(random, words)}" : Name(random, words, kind == "Q5" ? 2 : random.Next(1, 4));
        writer.Write($"{{\"type\":\"item\",\"id\":\"{id}\",\"labels\":{{");
        var labels = random.Next(1, Languages.Length + 1);
        for (var i = 0; i < labels; i++)
            writer.Write($"{(i > 0 ? "," : "")}\"{Languages[i]}\":{{\"language\":\"{Languages[i]}\",\"value\":\"{(i is 0 or 2 ? name : Variant(random, name, words))}\"}}");
        writer.Write($"}},\"descriptions\":{{\"en\":{{\"language\":\"en\",\"value\":\"{Pick(random, words)} of {Pick(random, words)}\"}}}},\"aliases\":{{");
        if (random.Next(2) == 0)
            writer.Write($"\"en\":[{{\"language\":\"en\",\"value\":\"{Variant(random, name, words)}\"}}]");
        writer.Write("},\"claims\":{");
        writer.Write($"\"P31\":[{Statement(id, "P31", kind, "")}]");
        if (!isCountry)
            writer.Write($",\"{(kind == "Q5" ? "P27" : "P17")}\":[{Statement(id, "P17", Country(random), "")}]");
        if (kind == "Q5" && random.Next(10) == 0)
            writer.Write($",\"P39\":[{Statement(id, "P39", string.Create(CultureInfo.InvariantCulture, $"Q{FirstId + Countries + random.Next(Positions)}"), Qualifiers(random))}]");
        writer.Write($",\"P569\":[{Time(id, "P569", random.Next(1900, 2000))}]}},\"sitelinks\":{{");
        var links = (int)(40 * Math.Pow(random.NextDouble(), 6));
        for (var i = 0; i <= links; i++)
            writer.Write($"{(i > 0 ? "," : "")}\"w{i}wiki\":{{\"site\":\"w{i}wiki\",\"title\":\"{name}\",\"badges\":[]}}");
        writer.Write("},\"lastrevid\":1}");
    }

    private static string Name(Random random, string[] words, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Pick(random, words)));

    private static string Variant(Random random, string name, string[] words) => random.Next(3) switch
    {
        0 => $"{name} {Pick(random, words)}",
        1 => name.Replace("k", "c", StringComparison.Ordinal).Replace("v", "w", StringComparison.Ordinal),
        _ => $"{Pick(random, words)} {name.Split(' ')[^1]}",
    };

    // The n-th word comes about 1/n times as often as the first.
    private static string Pick(Random random, string[] words) => words[(int)Math.Pow(words.Length, random.NextDouble()) - 1];

    private static string Word(Random random)
    {
        var word = new StringBuilder();
        for (var syllables = random.Next(1, 4); syllables > 0; syllables--)
            word.Append(Onsets[random.Next(Onsets.Length)]).Append(Nuclei[random.Next(Nuclei.Length)]).Append(Codas[random.Next(Codas.Length)]);
        word[0] = char.ToUpperInvariant(word[0]);
        return word.ToString();
    }

    private static string Country(Random random) => string.Create(CultureInfo.InvariantCulture, $"Q{FirstId + random.Next(Countries)}");

    private static string Qualifiers(Random random)
    {
        var start = random.Next(1950, 2020);
        return $",\"qualifiers\":{{\"P580\":[{TimeSnak("P580", start)}],\"P582\":[{TimeSnak("P582", start + 4)}]}},\"qualifiers-order\":[\"P580\",\"P582\"]";
    }

    private static string Statement(string id, string property, string item, string qualifiers) =>
        $"{{\"mainsnak\":{{\"snaktype\":\"value\",\"property\":\"{property}\",\"datavalue\":{{\"value\":{{\"entity-type\":\"item\",\"numeric-id\":{item[1..]},\"id\":\"{item}\"}},\"type\":\"wikibase-entityid\"}},\"datatype\":\"wikibase-item\"}},\"type\":\"statement\"{qualifiers},\"id\":\"{id}$0\",\"rank\":\"normal\"}}";

    private static string Time(string id, string property, int year) =>
        $"{{\"mainsnak\":{TimeSnak(property, year)},\"type\":\"statement\",\"id\":\"{id}$1\",\"rank\":\"normal\"}}";

    private static string TimeSnak(string property, int year) =>
        $"{{\"snaktype\":\"value\",\"property\":\"{property}\",\"datavalue\":{{\"value\":{{\"time\":\"+{year.ToString(CultureInfo.InvariantCulture)}-05-07T00:00:00Z\",\"timezone\":0,\"before\":0,\"after\":0,\"precision\":11,\"calendarmodel\":\"http://www.wikidata.org/entity/Q1985727\"}},\"type\":\"time\"}},\"datatype\":\"time\"}}";
}
