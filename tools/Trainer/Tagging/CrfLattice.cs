using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Tagging;

/// <summary>Expected tag and transition counts of one sentence: forward–backward over the BILOU lattice, scaled at each token.</summary>
/// <remarks>Source: Rabiner (1989), section V.A, on the layout of <see cref="TagScheme"/>. Not thread-safe.</remarks>
internal sealed class CrfLattice
{
    private const int Tags = TagScheme.Count;
    private const int Width = Transitions.Width;

    private float[] _emission = new float[256 * Tags]; // exp(score − max), float[tokens × tags]
    private float[] _alpha = new float[256 * Tags];
    private float[] _beta = new float[256 * Tags];
    private readonly float[] _end = new float[Width];
    private readonly float[] _starts = new float[Width * Width];
    private readonly float[] _first = new float[Width];
    private readonly float[] _continues = new float[4 * TagScheme.Lanes];

    /// <summary>Takes the transition weights for the calls that follow.</summary>
    public void SetTransitions(Transitions transitions)
    {
        Exponentiate(transitions.Starts, _starts);
        Exponentiate(transitions.First, _first);
        Exponentiate(transitions.Continues, _continues);
        for (var row = 0; row < Width; row++)
        {
            for (var column = 0; column < Width; column++)
            {
                if (row == 8 || column == 8)
                    _starts[(row * Width) + column] = 0;
            }
        }

        _first[8] = 0;
        for (var i = 0; i < 4; i++)
            _continues[i * TagScheme.Lanes] = 0;
    }

    /// <summary>Adds the expected counts under the allowed tags, times a sign, to the gradients.</summary>
    /// <param name="scores">float[tokens × tags].</param>
    /// <param name="allowed">Bit masks of allowed tags, empty = all.</param>
    /// <param name="sign">+1 for the model's expectation, −1 for the annotation's.</param>
    /// <param name="scoreGradient">float[tokens × tags].</param>
    /// <param name="transitionGradient">float[<see cref="Transitions.Total"/>]: starts, first, continues.</param>
    /// <returns>Log of the partition sum; NaN when no path is possible.</returns>
    public double Accumulate(
        ReadOnlySpan<float> scores, ReadOnlySpan<uint> allowed, float sign, Span<float> scoreGradient, Span<float> transitionGradient)
    {
        var tokens = scores.Length / Tags;
        Reserve(scores.Length);
        var logZ = Forward(scores, allowed, tokens);
        if (double.IsNaN(logZ))
            return logZ;
        Backward(tokens, sign, scoreGradient, transitionGradient);
        return logZ;
    }

    /// <summary>Probability of each tag of each token after <see cref="Accumulate"/>.</summary>
    public float Marginal(int token, int tag) => _alpha[(token * Tags) + tag] * _beta[(token * Tags) + tag];

    private double Forward(ReadOnlySpan<float> scores, ReadOnlySpan<uint> allowed, int tokens)
    {
        double logZ = 0;
        for (var t = 0; t < tokens; t++)
        {
            var emission = _emission.AsSpan(t * Tags, Tags);
            logZ += Exponentiate(scores.Slice(t * Tags, Tags), allowed.IsEmpty ? Corpora.TaggedDocument.Anything : allowed[t], emission);
            var alpha = _alpha.AsSpan(t * Tags, Tags);
            if (t == 0)
            {
                alpha.Clear();
                _first.CopyTo(alpha);
            }
            else
            {
                Step(_alpha.AsSpan((t - 1) * Tags, Tags), alpha);
            }

            float sum = 0;
            for (var k = 0; k < Tags; k++)
            {
                alpha[k] *= emission[k];
                if (t + 1 < tokens || TagScheme.IsEnd(k))
                    sum += alpha[k];
                else
                    alpha[k] = 0;
            }

            if (!(sum > 0))
                return double.NaN;
            logZ += Math.Log(sum);
            var scale = 1 / sum;
            for (var k = 0; k < Tags; k++)
                alpha[k] *= scale;
        }

        return logZ;
    }

    private void Step(ReadOnlySpan<float> before, Span<float> after)
    {
        Ends(before);
        var starts = after[..Width];
        starts.Clear();
        for (var p = 0; p < Width; p++)
        {
            if (_end[p] > 0)
                Kernels.AddScaled(starts, _starts.AsSpan(p * Width, Width), _end[p]);
        }

        for (var k = 0; k < TagScheme.Lanes; k++)
        {
            float begin = before[TagScheme.Begin + k], inside = before[TagScheme.Inside + k];
            after[TagScheme.Inside + k] = (begin * _continues[k]) + (inside * _continues[8 + k]);
            after[TagScheme.Last + k] = (begin * _continues[16 + k]) + (inside * _continues[24 + k]);
        }
    }

    private void Ends(ReadOnlySpan<float> alpha)
    {
        alpha[..8].CopyTo(_end);
        alpha[TagScheme.Last..].CopyTo(_end.AsSpan(8));
    }

    private void Backward(int tokens, float sign, Span<float> scoreGradient, Span<float> transitionGradient)
    {
        var startGradient = transitionGradient[..(Width * Width)];
        var firstGradient = transitionGradient.Slice(Width * Width, Width);
        var continueGradient = transitionGradient.Slice((Width * Width) + Width, 32);
        Span<float> arriving = stackalloc float[Tags]; // emission · beta of the next token, scaled
        var last = _beta.AsSpan((tokens - 1) * Tags, Tags);
        for (var k = 0; k < Tags; k++)
            last[k] = TagScheme.IsEnd(k) ? 1 : 0;
        for (var t = tokens - 1; t >= 0; t--)
        {
            var beta = _beta.AsSpan(t * Tags, Tags);
            var alpha = _alpha.AsSpan(t * Tags, Tags);
            float norm = 0;
            for (var k = 0; k < Tags; k++)
                norm += alpha[k] * beta[k];
            var inverse = 1 / norm;
            for (var k = 0; k < Tags; k++)
            {
                beta[k] *= inverse;
                scoreGradient[(t * Tags) + k] += sign * alpha[k] * beta[k];
            }

            if (t == 0)
                break;
            // alpha[t] = (step of alpha[t-1]) · emission / c, so what arrives at t-1 is emission · beta / c with one unknown factor
            // that the normalisation at t-1 takes out; transition counts need it, so it is found from their sum, which is 1.
            for (var k = 0; k < Tags; k++)
                arriving[k] = _emission[(t * Tags) + k] * beta[k];
            StepBack(t, arriving, sign, startGradient, continueGradient);
        }

        for (var k = 0; k < Width; k++)
            firstGradient[k] += sign * _alpha[k] * _beta[k];
    }

    private void StepBack(int t, ReadOnlySpan<float> arriving, float sign, Span<float> startGradient, Span<float> continueGradient)
    {
        var before = _alpha.AsSpan((t - 1) * Tags, Tags);
        var beta = _beta.AsSpan((t - 1) * Tags, Tags);
        var starts = arriving[..Width];
        float total = 0;
        for (var p = 0; p < Width; p++)
        {
            var tag = p < 8 ? p : TagScheme.Last + p - 8;
            beta[tag] = Kernels.Dot(_starts.AsSpan(p * Width, Width), starts);
            total += before[tag] * beta[tag];
        }

        for (var k = 0; k < TagScheme.Lanes; k++)
        {
            float inside = arriving[TagScheme.Inside + k], end = arriving[TagScheme.Last + k];
            beta[TagScheme.Begin + k] = (_continues[k] * inside) + (_continues[16 + k] * end);
            beta[TagScheme.Inside + k] = (_continues[8 + k] * inside) + (_continues[24 + k] * end);
            total += (before[TagScheme.Begin + k] * beta[TagScheme.Begin + k]) + (before[TagScheme.Inside + k] * beta[TagScheme.Inside + k]);
        }

        var scale = sign / total;
        for (var p = 0; p < Width; p++)
        {
            var weight = before[p < 8 ? p : TagScheme.Last + p - 8] * scale;
            if (weight == 0)
                continue;
            for (var k = 0; k < Width; k++)
                startGradient[(p * Width) + k] += weight * _starts[(p * Width) + k] * starts[k];
        }

        for (var k = 0; k < TagScheme.Lanes; k++)
        {
            float begin = before[TagScheme.Begin + k] * scale, inside = before[TagScheme.Inside + k] * scale;
            continueGradient[k] += begin * _continues[k] * arriving[TagScheme.Inside + k];
            continueGradient[8 + k] += inside * _continues[8 + k] * arriving[TagScheme.Inside + k];
            continueGradient[16 + k] += begin * _continues[16 + k] * arriving[TagScheme.Last + k];
            continueGradient[24 + k] += inside * _continues[24 + k] * arriving[TagScheme.Last + k];
        }
    }

    private static float Exponentiate(ReadOnlySpan<float> scores, uint mask, Span<float> emission)
    {
        var max = float.NegativeInfinity;
        for (var k = 0; k < Tags; k++)
        {
            if ((mask >> k & 1) != 0)
                max = Math.Max(max, scores[k]);
        }

        for (var k = 0; k < Tags; k++)
            emission[k] = (mask >> k & 1) != 0 ? MathF.Exp(scores[k] - max) : 0;
        return max;
    }

    private static void Exponentiate(ReadOnlySpan<float> weights, Span<float> result)
    {
        for (var i = 0; i < weights.Length; i++)
            result[i] = MathF.Exp(weights[i]);
    }

    private void Reserve(int length)
    {
        if (_alpha.Length >= length)
            return;
        _emission = new float[length * 2];
        _alpha = new float[length * 2];
        _beta = new float[length * 2];
    }
}
