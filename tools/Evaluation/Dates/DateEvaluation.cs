using EntityRes.Evaluation.Annotated;
using EntityRes.Extraction.Dates;

namespace EntityRes.Evaluation.Dates;

/// <summary>Counts how often the date found in a text is the document's.</summary>
public static class DateEvaluation
{
    /// <summary>Prints counts for the files together, and with <paramref name="isVerbose"/> every wrong date.</summary>
    public static int Run(IEnumerable<string> files, bool isVerbose)
    {
        int none = 0;
        var right = new int[3];
        var wrong = new int[3];
        foreach (var news in files.SelectMany(AnnotatedNews.Read))
        {
            var found = DocumentDateFinder.Find(news.Text);
            if (found.Source == DateSource.None)
            {
                none++;
                continue;
            }

            var isRight = found.Value.ToString() == news.DocumentTime;
            (isRight ? right : wrong)[(int)found.Source]++;
            if (!isRight && isVerbose)
                Console.WriteLine($"{news.Id}\t{news.DocumentTime}\t{found.Value}\t{found.Source}\t{found.EvidenceIn(news.Text)}");
        }

        foreach (var source in (DateSource[])[DateSource.Dateline, DateSource.Inferred])
            Console.WriteLine($"{source,-10} right {right[(int)source],5}  wrong {wrong[(int)source],5}");
        Console.WriteLine($"no date    {none,11}");
        return 0;
    }
}
