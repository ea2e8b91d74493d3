using System.Runtime.ExceptionServices;

namespace Gravistore.DryRun.Bench;

/// <summary>Runs independent jobs on several threads. Each result has its own place, so the outcome does not depend on the number of threads.</summary>
internal static class BenchWork
{
    /// <summary>Runs every job once, the longest first, so that no long one is left for the end.</summary>
    /// <param name="expectedS">Probable length of each job, in any unit.</param>
    /// <param name="threads">Threads to use; 0 = one for each processor.</param>
    /// <param name="job">Does the job with a number.</param>
    /// <exception cref="OperationCanceledException">A job was cancelled.</exception>
    public static T[] Run<T>(IReadOnlyList<double> expectedS, int threads, Func<int, T> job)
    {
        T[] results = new T[expectedS.Count];
        int[] order = [.. Enumerable.Range(0, results.Length).OrderByDescending(i => expectedS[i])];
        int next = -1;
        Exception? fault = null;
        void Work()
        {
            try
            {
                while (Volatile.Read(ref fault) is null && Interlocked.Increment(ref next) is int place && place < order.Length)
                    results[order[place]] = job(order[place]);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref fault, e, null);
            }
        }
        int count = Math.Min(threads > 0 ? threads : Environment.ProcessorCount, results.Length);
        Thread[] workers = [.. Enumerable.Range(0, count).Select(i => new Thread(Work) { Name = $"bench {i + 1}", IsBackground = true })];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers) worker.Join();
        if (fault is not null) ExceptionDispatchInfo.Throw(fault);
        return results;
    }
}
