using EntityRes.Extraction;

namespace EntityRes.Evaluation.Corpora;

/// <summary>The label conventions of the open sets, in the contract's terms: one table, by file name prefix.</summary>
/// <remarks>
/// A label that maps to nothing is plain text, one that maps to "?" may be anything. A set that lacks a layer names the types
/// it does annotate; the rest of its tokens may then be of any other type (partial labels).
/// </remarks>
internal static class LabelMap
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["gum_named_clean"] = "person=PERSON place=LOCATION organization=ORGANIZATION abstract=? event=EVENT time=- object=? norp=GROUP substance=- animal=- plant=- | PERSON LOCATION ORGANIZATION",
        ["wikigold"] = "PER=PERSON ORG=ORGANIZATION LOC=LOCATION MISC=? | PERSON ORGANIZATION LOCATION",
        ["redocred"] = "PER=PERSON ORG=ORGANIZATION LOC=LOCATION MISC=? TIME=- NUM=- | PERSON ORGANIZATION LOCATION",
        ["crossner_ai"] = "person=PERSON researcher=PERSON organisation=ORGANIZATION university=ORGANIZATION location=LOCATION country=LOCATION product=? conference=? misc=? algorithm=- field=- metrics=- task=- programlang=? | PERSON ORGANIZATION LOCATION",
        ["crossner_literature"] = "person=PERSON writer=PERSON organisation=ORGANIZATION magazine=? location=LOCATION country=LOCATION book=PRODUCT poem=PRODUCT award=OTHER event=EVENT literarygenre=- misc=? | PERSON ORGANIZATION LOCATION",
        ["crossner_music"] = "person=PERSON musicalartist=PERSON band=ORGANIZATION organisation=ORGANIZATION location=LOCATION country=LOCATION album=PRODUCT song=PRODUCT award=OTHER event=EVENT musicgenre=- musicalinstrument=- misc=? | PERSON ORGANIZATION LOCATION",
        ["crossner_politics"] = "person=PERSON politician=PERSON politicalparty=ORGANIZATION organisation=ORGANIZATION location=LOCATION country=LOCATION election=EVENT event=EVENT misc=? | PERSON ORGANIZATION LOCATION EVENT",
        ["crossner_science"] = "person=PERSON scientist=PERSON organisation=ORGANIZATION university=ORGANIZATION location=LOCATION country=LOCATION astronomicalobject=? academicjournal=? award=OTHER event=EVENT discipline=- chemicalcompound=- chemicalelement=- protein=- enzyme=- theory=- misc=? | PERSON ORGANIZATION LOCATION",
        ["uner_ewt"] = "PER=PERSON ORG=ORGANIZATION LOC=LOCATION | PERSON ORGANIZATION LOCATION",
        ["meantime_en"] = "PER=PERSON ORG=ORGANIZATION LOC=LOCATION PRO=PRODUCT FIN=? UNK=? | PERSON ORGANIZATION LOCATION",
        ["re3d_clean"] = "Person=PERSON Organisation=ORGANIZATION Location=LOCATION Nationality=GROUP Temporal=- Quantity=- DocumentReference=? Weapon=? MilitaryPlatform=? Money=- | PERSON ORGANIZATION LOCATION",
        ["sec_filings"] = "PER=PERSON ORG=ORGANIZATION LOC=LOCATION MISC=? | PERSON ORGANIZATION LOCATION",
        ["btc"] = "PER=PERSON ORG=ORGANIZATION LOC=LOCATION | PERSON ORGANIZATION LOCATION",
        ["wnut17"] = "person=PERSON location=LOCATION corporation=ORGANIZATION group=? creative-work=PRODUCT product=PRODUCT | PERSON LOCATION",
    };

    /// <summary>The table of a file.</summary>
    /// <exception cref="InvalidDataException">The file belongs to no known set.</exception>
    public static (Dictionary<string, MentionType?> Labels, IReadOnlySet<MentionType> Annotated) For(string path)
    {
        var name = Path.GetFileName(path);
        var table = Tables.FirstOrDefault(t => name.StartsWith(t.Key, StringComparison.Ordinal)).Value
            ?? throw new InvalidDataException($"{path}: no label table for this set");
        var parts = table.Split(" | ");
        var labels = parts[0].Split(' ').Select(pair => pair.Split('=')).Where(pair => pair[1] != "-")
            .ToDictionary(pair => pair[0], pair => pair[1] == "?" ? (MentionType?)null : Enum.Parse<MentionType>(pair[1], ignoreCase: true));
        return (labels, parts[1].Split(' ').Select(type => Enum.Parse<MentionType>(type, ignoreCase: true)).ToHashSet());
    }
}
