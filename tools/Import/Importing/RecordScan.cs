namespace EntityRes.Import.Importing;

/// <summary>Finds where the next record begins and ends; goes on when more bytes have come.</summary>
/// <param name="isArray">Whether records are the objects of one JSON array; else they are lines.</param>
internal struct RecordScan(bool isArray)
{
    private int _depth;
    private bool _isInText;
    private bool _isEscaped;

    /// <summary>Where the record begins, from the place where the scan began; −1 = not yet.</summary>
    internal int RecordStart { get; private set; } = -1;

    /// <summary>Where it ends, exclusive.</summary>
    internal int RecordEnd { get; private set; }

    /// <summary>Whether the end was found.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>Scans bytes.</summary>
    internal void Run(byte[] buffer, int start, ref int scanned, int end)
    {
        if (isArray)
        {
            RunArray(buffer, start, ref scanned, end);
            return;
        }

        RecordStart = 0;
        var found = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
        IsComplete = found >= 0;
        RecordEnd = scanned + found - start;
        scanned = IsComplete ? scanned + found + 1 : end;
    }

    private void RunArray(byte[] buffer, int start, ref int scanned, int end)
    {
        for (; scanned < end && !IsComplete; scanned++)
        {
            var next = buffer[scanned];
            if (_isInText)
            {
                (_isInText, _isEscaped) = (_isEscaped || next != '"', !_isEscaped && next == '\\');
            }
            else if (next == '"')
            {
                _isInText = true;
            }
            else if (next == '{' && _depth++ == 0)
            {
                RecordStart = scanned - start;
            }
            else if (next == '}' && --_depth == 0)
            {
                RecordEnd = scanned + 1 - start;
                IsComplete = true;
            }
        }
    }
}
