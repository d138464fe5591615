using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QuarterlyCycle.Benchmarks;

/// <summary>
/// Counts how often SQLite asks the system to make a file durable: its file methods are copied, and the copy counts before it goes on.
/// On Linux each is one fdatasync or, as SQLite was built, fsync; `strace -f -c -e trace=fdatasync,fsync` shows the same from outside.
/// </summary>
internal static unsafe partial class CountedSyncs
{
    // sqlite3_vfs and sqlite3_io_methods are part of SQLite's stable interface: these are the places of xOpen and xSync on 64 bits.
    private const int OpenPlace = 40;
    private const int SyncPlace = 40;
    private const int MethodsSize = 8 + (18 * 8);

    // A database and its WAL have different methods: to each table its copy, kept as long as the process.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<nint, nint> Copies = [];

    private static long _count;
    private static nint _open;
    private static nint _sync;

    public static bool AreCounted { get; private set; }

    public static long Count => Volatile.Read(ref _count);

    public static void Begin()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return;
        }

        SQLitePCL.Batteries_V2.Init();
        nint vfs = FindVfs(0);
        nint* open = (nint*)(vfs + OpenPlace);
        _open = *open;
        *open = (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint, int, nint, int>)&Open;
        AreCounted = true;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint FindVfs(nint name);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(nint vfs, nint name, nint file, int flags, nint outFlags)
    {
        int answer = ((delegate* unmanaged[Cdecl]<nint, nint, nint, int, nint, int>)_open)(vfs, name, file, flags, outFlags);
        nint* methods = (nint*)file;
        if (answer != 0 || *methods == 0)
        {
            return answer;
        }

        if (!Copies.Values.Contains(*methods))
        {
            *methods = Copies.GetOrAdd(*methods, Counting);
        }

        return answer;
    }

    private static nint Counting(nint methods)
    {
        nint copy = (nint)NativeMemory.Alloc(MethodsSize);
        NativeMemory.Copy((void*)methods, (void*)copy, MethodsSize);

        // Every table of the system's file methods has the same xSync.
        _sync = *(nint*)(methods + SyncPlace);
        *(nint*)(copy + SyncPlace) = (nint)(delegate* unmanaged[Cdecl]<nint, int, int>)&Sync;
        return copy;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(nint file, int flags)
    {
        Interlocked.Increment(ref _count);
        return ((delegate* unmanaged[Cdecl]<nint, int, int>)_sync)(file, flags);
    }
}
