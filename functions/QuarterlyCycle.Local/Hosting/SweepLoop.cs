using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.Local.Commands;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>Runs the sweeps again and again, by real time; a sweep that fails is logged and tried again.</summary>
internal sealed class SweepLoop(RunningService service, TimeSpan every, bool realTime, ILogger log)
{
    /// <summary>Goes on until it is stopped, or until another service may run on the same records.</summary>
    public async Task Run(CancellationToken stopping)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stopping, service.Lost);
        try
        {
            await SweepUntil(over.Token);
        }
        catch (OperationCanceledException) when (service.Lost.IsCancellationRequested)
        {
            // Said below.
        }

        if (service.Lost.IsCancellationRequested)
        {
            throw new RefusedArgument(
                "Another service may run on the storage account now, so this one has stopped. Start it again when the other is gone.");
        }
    }

    private async Task SweepUntil(CancellationToken stopping)
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
                await service.Get<PurgeSweep>().Run(stopping);
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
