using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Cycles;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>Runs the sweeps again and again, by real time; a sweep that fails is logged and tried again.</summary>
internal sealed class SweepLoop(RunningService service, TimeSpan every, bool realTime, ILogger log)
{
    public async Task Run(CancellationToken stopping)
    {
        Sweeps sweeps = service.Get<Sweeps>();
        using PeriodicTimer timer = new(every);
        do
        {
            try
            {
                if (realTime)
                {
                    await service.Get<OutageSweep>().Run(service.Client, stopping);
                }

                await sweeps.Run(service.Client, stopping);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "A sweep failed; it runs again in {Every}.", every);
            }
        }
        while (await Ticks(timer, stopping));
    }

    private static async Task<bool> Ticks(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
