namespace EntityRes.Cli.Shell;

/// <summary>What each command's help shows as examples; every line is a valid call, which a test holds.</summary>
internal static class Examples
{
    /// <summary>The examples of a command, most ordinary first.</summary>
    /// <param name="command">Names from the root on, without it: <c>entity get</c>; "" is the root.</param>
    internal static IReadOnlyList<string> Of(string command) => ByCommand.GetValueOrDefault(command, []);

    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        [""] = ["entityres annotate article.txt", "entityres serve", "entityres entity search \"Angela Merkel\""],
        ["annotate"] =
        [
            "entityres annotate article.txt",
            "entityres annotate article.txt --date 2010-09-04 --format json --explain",
            "entityres annotate article.txt --format html > article.html",
            "entityres annotate news/*.txt --format jsonl > answers.jsonl",
            "entityres annotate - < article.txt",
        ],
        ["serve"] = ["entityres serve", "entityres serve --resolver-port 6000 --resolver-http-port 6001"],
        ["import"] =
        [
            "entityres import wikidata latest-all.json.gz --out wikidata.bin --date 2026-06-30",
            "entityres import jsonl own.jsonl --with ror:ror-data.json --out own.bin --name own",
        ],
        ["catalogue verify"] = ["entityres catalogue verify --show Contradiction"],
        ["catalogue compile"] = ["entityres catalogue compile --catalogue seeds/catalogue --out catalogue.bin"],
        ["catalogue show"] = ["entityres catalogue show catalogue.bin"],
        ["identity export"] = ["entityres identity export --out backup.jsonl"],
        ["identity import"] = ["entityres identity import backup.jsonl"],
        ["evaluate ner"] = ["entityres evaluate ner gold.jsonl"],
        ["evaluate linking"] = ["entityres evaluate linking gold.jsonl --restrict"],
        ["evaluate coref"] = ["entityres evaluate coref gold.jsonl"],
        ["evaluate crossdoc"] = ["entityres evaluate crossdoc gold.jsonl"],
        ["evaluate dates"] = ["entityres evaluate dates gold.jsonl"],
        ["evaluate names"] = ["entityres evaluate names pairs.csv"],
        ["load"] = ["entityres load annotate --seconds 10 --callers 16", "entityres load extract --rate 200 --text article.txt"],
        ["load mixed"] = ["entityres load mixed --minutes 30 --rates annotate=200 extract=100 resolve=2000"],
        ["load stream"] = ["entityres load stream"],
        ["entity get"] = ["entityres entity get Q567", "entityres entity get Q567 --history --format json"],
        ["entity search"] = ["entityres entity search Selenskyj", "entityres entity search Paris --type Location --limit 3"],
        ["entity merge"] = ["entityres entity merge er:00000000000000a1 Q567 --author ann --reason \"same person\" --address http://127.0.0.1:50052"],
        ["entity add-alias"] = ["entityres entity add-alias Q567 Mutti --author ann"],
        ["completion"] = ["entityres completion bash", "entityres completion pwsh"],
    };
}
