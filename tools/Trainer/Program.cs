using System.CommandLine;
using EntityRes.Extraction;
using EntityRes.Trainer;
using EntityRes.Trainer.Corpora;
using EntityRes.Trainer.Evaluation;
using EntityRes.Trainer.Linking;

var unicodeData = new Argument<string>("unicode-data") { Description = "Path of UnicodeData.txt." };
var output = new Option<string>("--out") { DefaultValueFactory = _ => "services/Text/Folding/FoldTable.g.cs" };
var version = new Option<string>("--unicode-version") { DefaultValueFactory = _ => "15.0" };
var foldTable = new Command("fold-table", "Writes the fold table of alias keys from the Unicode Character Database.")
{
    unicodeData, output, version,
};
foldTable.SetAction(parsed =>
    FoldTableWriter.Write(parsed.GetRequiredValue(unicodeData), parsed.GetRequiredValue(output), parsed.GetRequiredValue(version)));

var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data" };
var seeds = new Option<string>("--seeds") { DefaultValueFactory = _ => "seeds" };
var model = new Option<string>("--model") { DefaultValueFactory = _ => "seeds/models/tagger.bin" };
var tagger = new Command("tagger", "Trains the mention tagger and writes its model file.") { data, seeds, model };
tagger.SetAction(parsed =>
    TaggerCommand.Run(parsed.GetRequiredValue(data), parsed.GetRequiredValue(seeds), parsed.GetRequiredValue(model)));

var files = new Argument<string[]>("files") { Description = "Annotated files: .jsonl or .conll." };
var errors = new Option<string?>("--errors") { Description = "File that receives each error with its context." };
var evaluate = new Command("evaluate-ner", "Measures a tagger model on annotated files.") { files, model, errors };
evaluate.SetAction(parsed =>
{
    using var errorFile = parsed.GetValue(errors) is { } path ? new StreamWriter(path, append: false, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: false)) : null;
    NerEvaluation.Run(
        ExtractionPipeline.Load(File.ReadAllBytes(parsed.GetRequiredValue(model))), parsed.GetRequiredValue(files), Console.Out, errorFile);
});

var documents = new Argument<string[]>("files") { Description = "Annotated news, one JSON document a line." };
var isVerbose = new Option<bool>("--verbose") { Description = "Print every error." };
var dates = new Command("evaluate-dates", "Measures the dates found in texts.") { documents, isVerbose };
dates.SetAction(parsed => DateEvaluation.Run(parsed.GetRequiredValue(documents), parsed.GetValue(isVerbose)));
var chains = new Command("evaluate-chains", "Measures role mentions and chains, given the annotated names.") { documents, isVerbose };
chains.SetAction(parsed => ChainEvaluation.Run(parsed.GetRequiredValue(documents), parsed.GetValue(isVerbose)));
var pronouns = new Command("evaluate-pronouns", "Measures the antecedents of pronouns on documents of the GUM form.") { documents, isVerbose };
pronouns.SetAction(parsed => PronounEvaluation.Run(parsed.GetRequiredValue(documents), parsed.GetValue(isVerbose)));

var weights = new Option<string>("--out") { DefaultValueFactory = _ => "seeds/lexicon/salience-weights.tsv" };
var salience = new Command("salience", "Learns the weights by which definite phrases choose their antecedents.") { documents, weights };
salience.SetAction(parsed => SalienceTraining.Run(parsed.GetRequiredValue(documents), parsed.GetRequiredValue(weights)));

var scoringFile = new Option<string>("--out") { DefaultValueFactory = _ => "seeds/models/scoring.json" };
var scoring = new Command("scoring", "Learns the weights of the candidate scorer from annotated news.") { documents, scoringFile, isVerbose };
scoring.SetAction(parsed => ScoringTraining.Run(
    parsed.GetRequiredValue(documents), parsed.GetRequiredValue(scoringFile), parsed.GetValue(isVerbose)));

var texts = new Argument<string[]>("texts") { Description = "Text files, one document each, or annotated files." };
var speed = new Command("speed", "Measures a tagger model's speed on one core.") { texts, model };
speed.SetAction(parsed => SpeedEvaluation.Run(
    File.ReadAllBytes(parsed.GetRequiredValue(model)),
    [.. parsed.GetRequiredValue(texts).SelectMany(path => Path.GetExtension(path) == ".txt" ? [File.ReadAllText(path)] : GoldFile.Read(path).Select(document => document.Text))],
    Console.Out));

return new RootCommand("Builds the data files that EntityRes ships, and measures what they do.")
    {
        foldTable, tagger, salience, scoring, evaluate, speed, dates, chains, pronouns,
    }
    .Parse(args).Invoke();
