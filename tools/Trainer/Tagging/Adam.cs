using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EntityRes.Trainer.Tagging;

/// <summary>Adam with decoupled weight decay for one parameter array.</summary>
/// <remarks>Sources: Kingma and Ba (2015), algorithm 1; Loshchilov and Hutter (2019). Rows without gradient rest.</remarks>
internal sealed class Adam(float[] parameters, float decay)
{
    private const float FirstMoment = 0.9f;
    private const float SecondMoment = 0.99f;
    private const float Epsilon = 1e-8f;

    private readonly float[] _first = new float[parameters.Length];
    private readonly float[] _second = new float[parameters.Length];

    /// <summary>Updates all parameters (a multiple of 8) and clears the gradient.</summary>
    public void Update(Span<float> gradient, float rate) => UpdateRow(0, gradient, rate);

    /// <summary>Updates the parameters from a position on and clears the gradient.</summary>
    public void UpdateRow(int start, Span<float> gradient, float rate)
    {
        var values = MemoryMarshal.Cast<float, Vector256<float>>(parameters.AsSpan(start, gradient.Length));
        var first = MemoryMarshal.Cast<float, Vector256<float>>(_first.AsSpan(start, gradient.Length));
        var second = MemoryMarshal.Cast<float, Vector256<float>>(_second.AsSpan(start, gradient.Length));
        var gradients = MemoryMarshal.Cast<float, Vector256<float>>(gradient);
        for (var i = 0; i < gradients.Length; i++)
        {
            var g = gradients[i];
            gradients[i] = default;
            first[i] += (g - first[i]) * (1 - FirstMoment);
            second[i] += ((g * g) - second[i]) * (1 - SecondMoment);
            values[i] -= ((first[i] / (Vector256.Sqrt(second[i]) + Vector256.Create(Epsilon))) + (values[i] * decay)) * rate;
        }
    }
}
