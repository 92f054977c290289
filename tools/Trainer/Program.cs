using System.CommandLine;
using EntityRes.Trainer;

var unicodeData = new Argument<string>("unicode-data") { Description = "Path of UnicodeData.txt." };
var output = new Option<string>("--out") { DefaultValueFactory = _ => "services/Text/Folding/FoldTable.g.cs" };
var version = new Option<string>("--unicode-version") { DefaultValueFactory = _ => "15.0" };
var foldTable = new Command("fold-table", "Writes the fold table of alias keys from the Unicode Character Database.")
{
    unicodeData, output, version,
};
foldTable.SetAction(parsed =>
    FoldTableWriter.Write(parsed.GetRequiredValue(unicodeData), parsed.GetRequiredValue(output), parsed.GetRequiredValue(version)));

var files = new Argument<string[]>("files") { Description = "Annotated news, one JSON document a line." };
var isVerbose = new Option<bool>("--errors") { Description = "Print every error." };
var dates = new Command("evaluate-dates", "Measures the dates found in texts.") { files, isVerbose };
dates.SetAction(parsed => DateEvaluation.Run(parsed.GetRequiredValue(files), parsed.GetValue(isVerbose)));
var chains = new Command("evaluate-chains", "Measures role mentions and chains, given the annotated names.") { files, isVerbose };
chains.SetAction(parsed => ChainEvaluation.Run(parsed.GetRequiredValue(files), parsed.GetValue(isVerbose)));
var pronouns = new Command("evaluate-pronouns", "Measures the antecedents of pronouns on documents of the GUM form.") { files, isVerbose };
pronouns.SetAction(parsed => PronounEvaluation.Run(parsed.GetRequiredValue(files), parsed.GetValue(isVerbose)));
var weights = new Option<string>("--out") { DefaultValueFactory = _ => "seeds/lexicon/salience-weights.tsv" };
var salience = new Command("salience", "Learns the weights by which definite phrases choose their antecedents.") { files, weights };
salience.SetAction(parsed => SalienceTraining.Run(parsed.GetRequiredValue(files), parsed.GetRequiredValue(weights)));

return new RootCommand("Builds the data files that EntityRes ships: the fold table and the tagger model.")
    {
        foldTable, salience, dates, chains, pronouns,
    }
    .Parse(args).Invoke();
