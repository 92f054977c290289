namespace EntityRes.Trainer.Tagging;

/// <summary>Mean of a network's weights at the ends of several epochs, which generalises better than the last ones.</summary>
/// <remarks>Source: Izmailov et al. (2018), stochastic weight averaging.</remarks>
internal sealed class WeightAverage(Network network)
{
    private readonly float[][] _sums = [.. network.Parameters.Select(array => new float[array.Length])];
    private int _count;

    /// <summary>Adds the present weights.</summary>
    public void Add()
    {
        foreach (var (sum, array) in _sums.Zip(network.Parameters))
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += array[i];
        }

        _count++;
    }

    /// <summary>Puts the mean in the place of the present weights.</summary>
    public void Apply()
    {
        foreach (var (sum, array) in _sums.Zip(network.Parameters))
        {
            for (var i = 0; i < sum.Length; i++)
                array[i] = sum[i] / _count;
        }
    }
}
