using EntityRes.Import.Compilation;
using EntityRes.Import.Curated;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Tests;

/// <summary>A few countries, offices and people: enough for every rule, small enough to read.</summary>
internal static class SmallCatalogue
{
    internal static readonly EntityCatalogue Instance = Compile(Files());

    internal static EntityCatalogue Compile(IEnumerable<(string Name, string Content)> files) =>
        CatalogueCompiler.Open(CuratedSource.Of(CuratedReader.Read(files)));

    internal static IEnumerable<(string Name, string Content)> Files() =>
    [
        ("kinds.tsv", Table(
            "kind type prior",
            "capital LOCATION 150", "city LOCATION 40", "country LOCATION 300", "international-organisation ORGANIZATION 150",
            "office-building ORGANIZATION 60", "politician PERSON 40", "state LOCATION 80")),
        ("roles.tsv", Table(
            "role nouns",
            "president president|leader|head_of_state", "prime-minister prime_minister|premier|pm|leader|head_of_government",
            "foreign-minister foreign_minister|top_diplomat", "secretary-general secretary_general|chief|head",
            "secretary-of-state secretary_of_state|top_diplomat", "pope pope|pontiff")),
        ("places-main.tsv", Table(
            "id name aliases kind of prior note",
            "Q159 Russia Russian_Federation country  700 ", "Q212 Ukraine  country  600 ", "Q30 United_States US|U.S.|America country  1000 ",
            "Q142 France  country  600 ", "Q230 Georgia  country  200 ", "Q1428 Georgia  state Q30 200 ",
            "Q649 Moscow  capital Q159 300 ", "Q1899 Kyiv Kiev capital Q212 200 ", "Q90 Paris  capital Q142 300 ",
            "Q1384 New_York New_York_City city Q30 400 ", "Q237 Vatican_City Vatican country  100 ", "Q994 Tbilisi  capital Q230 80 ", "Q771 Massachusetts  state Q30 200 ", "Q49111 Cambridge  city Q771 150 ",
            "Q1487 Andhra_Pradesh AP state  150 ")),
        ("organisations-main.tsv", Table(
            "id name aliases kind of prior note",
            "Q7184 NATO North_Atlantic_Treaty_Organization international-organisation  500 ", "Q1065 United_Nations UN international-organisation  500 ",
            "Q13189 Kremlin  office-building Q159 300 ",
            "Q53268 Toyota Toyota_Motor|Volkswagen international-organisation  400 ", "Q35525 US_Presidency  office-building Q30 400 ")),
        ("metonyms.tsv", Table("name stands-for", "Oval_Office Q35525", "Rangoon Q212")),
        ("people-main.tsv", Table(
            "id name aliases kind of prior note",
            "Q7747 Vladimir_Putin Putin politician Q159 900 President_of_Russia", "Q23530 Dmitry_Medvedev Medvedev politician Q159 300 ",
            "Q3874799 Volodymyr_Zelensky Zelensky politician Q212 600 ", "Q22686 Donald_Trump Trump politician Q30 950 ",
            "Q6279 Joe_Biden Biden politician Q30 900 ", "Q76 Barack_Obama Obama politician Q30 900 ",
            "Q57792 Mark_Rutte Rutte politician Q7184 300 ", "Q57665 Jens_Stoltenberg  politician Q7184 300 ",
            "Q207 George_W._Bush Bush|George_Bush politician Q30 500 ", "- Interim_Holder  politician Q212  ", "Q450675 Francis Pope_Francis politician Q237 400 ")),
        ("demonyms.tsv", Table(
            "place adjectives nouns",
            "Q159 Russian Russian|Russians", "Q212 Ukrainian Ukrainian|Ukrainians", "Q30 American|US American|Americans",
            "Q142 French Frenchman|French", "Q230 Georgian Georgian|Georgians")),
        ("capitals.tsv", Table("country city", "Q159 Q649", "Q212 Q1899", "Q142 Q90", "Q230 Q994")),
        ("offices-main.tsv", Table(
            "office of role title aliases exclusive",
            "ru/president Q159 president President_of_Russia  1", "ru/prime-minister Q159 prime-minister Prime_Minister_of_Russia  1",
            "ua/president Q212 president President_of_Ukraine  1", "us/president Q30 president President_of_the_United_States  1",
            "us/secretary-of-state Q30 secretary-of-state Secretary_of_State  1", "nato/secretary-general Q7184 secretary-general Secretary_General_of_NATO  1",
            "va/pope Q237 pope Pope  1")),
        ("leaders.tsv", Table("office start end", "ru/president  ", "ua/president  ", "us/president  ")),
        ("tenures-main.tsv", Table(
            "office holder start end acting source",
            "ru/president Q7747 2000-05-07 2008-05-07  general", "ru/president Q23530 2008-05-07 2012-05-07  general",
            "ru/president Q7747 2012-05-07   general", "ru/prime-minister Q7747 2008-05-08 2012-05-07  general",
            "ua/president ~Interim_Holder 2014-02-23 2014-06-07 1 general", "ua/president Q3874799 2019-05   general",
            "us/president Q76 2009-01-20 2017-01-20  general", "us/president Q22686 2017-01-20 2021-01-20  general",
            "us/president Q6279 2021-01-20 2025-01-20  general", "us/president Q22686 2025-01-20   general",
            "nato/secretary-general Q57665 2014-10-01 2024-10-01  general", "nato/secretary-general Q57792 2024-10-01   general",
            "va/pope Q450675 2013-03-13 2025-04-21  general")),
    ];

    /// <summary>Cells are separated by one blank here; an underscore stands for a blank inside a cell.</summary>
    private static string Table(params string[] rows) =>
        string.Join('\n', rows.Select(row => row.Replace(' ', '\t').Replace('_', ' '))) + "\n";
}
