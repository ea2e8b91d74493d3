/* Clients of the command socket that no controller should have.
 *
 *   hostile frames SOCKET COUNT AT_ONCE SEED   so many damaged frames, a connection each, some at once; prints how each kind ended
 *   hostile flood SOCKET SECONDS               sound requests as fast as they are taken
 *   hostile mute SOCKET SECONDS                asks for every snapshot and event, and reads nothing
 *   hostile half SOCKET SECONDS                begins a frame and says no more
 *
 * The last three connect again whenever they are dropped, and print how often that was. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_AT_ONCE = 16, KINDS = 8, ROOM = 8192, LARGEST_REQUEST = 4096, PATIENCE_MS = 60000, RETRY_US = 20000 };

static const char *const kind_names[KINDS] = {"noise", "truncated", "oversized", "damaged JSON", "empty", "deep nesting", "wrong values", "invalid UTF-8"};
static const char hello[] = "{\"type\":\"hello\",\"version\":1,\"client\":\"hostile\"}";
static const char command[] = "{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"powerW\":1}";

struct ending { long told, closed, silent; };

static uint64_t chance_state;

/* splitmix64 (Steele, Lea and Flood, 2014) */
static uint64_t chance(uint64_t below)
{
    uint64_t z = chance_state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (z ^ (z >> 31)) % below;
}

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int reach(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    for (double end = now_s() + 1e-3 * PATIENCE_MS; now_s() < end; usleep(RETRY_US)) {
        int s = socket(AF_UNIX, SOCK_STREAM, 0);
        if (connect(s, (struct sockaddr *)&address, sizeof address) == 0) return s;
        close(s);
    }
    fprintf(stderr, "hostile: nobody listens on %s: %s\n", path, strerror(errno));
    exit(4);
}

static size_t head(unsigned char *to, uint32_t length)
{
    for (int i = 0; i < 4; i++) to[i] = (unsigned char)(length >> (24 - 8 * i));
    return 4;
}

static size_t frame(unsigned char *to, const void *payload, size_t length)
{
    head(to, (uint32_t)length);
    memcpy(to + 4, payload, length);
    return 4 + length;
}

static size_t damaged(unsigned char *to, int kind)
{
    size_t length = frame(to, command, sizeof command - 1);
    switch (kind) {
    case 0:
        length = 1 + chance(300);
        for (size_t i = 0; i < length; i++) to[i] = (unsigned char)chance(256);
        return length;
    case 1: return 1 + chance(length - 1);
    case 2:
        head(to, LARGEST_REQUEST + 1 + (uint32_t)chance(UINT32_MAX - LARGEST_REQUEST - 1));
        return length;
    case 3:
        to[4 + chance(length - 4)] = (unsigned char)(1 + chance(31));
        return length;
    case 4: return head(to, 0);
    case 5:
        memset(to + 4, chance(2) ? '[' : '{', LARGEST_REQUEST);
        return head(to, LARGEST_REQUEST) + LARGEST_REQUEST;
    case 6: {
        static const char *const wrong[] = {
            "{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"powerW\":1e300}", "{\"type\":\"command\",\"id\":1,\"verb\":\"power\",\"powerW\":\"NaN\"}",
            "{\"type\":\"command\",\"id\":1,\"verb\":\"explode\"}", "{\"type\":\"subscribe\",\"snapshotEveryMs\":-1,\"eventsFrom\":1}",
            "{\"type\":\"command\",\"id\":99999999999999999999,\"verb\":\"arm\"}", "{\"type\":\"hello\",\"version\":1,\"client\":\"again\"}", "null", "[]", "{\"type\":\"reset\"}"};
        const char *text = wrong[chance(sizeof wrong / sizeof *wrong)];
        return frame(to, text, strlen(text));
    }
    default:
        to[4 + chance(length - 4)] = (unsigned char)(0x80 + chance(128));
        return length;
    }
}

/* Reads until the controller closes: 1 when it told why, 0 when it closed without a word, -1 when it did neither in time. */
static int ending_of(int s)
{
    static char room[ROOM + 1];
    int told = 0;
    for (;;) {
        struct pollfd wait = {.fd = s, .events = POLLIN};
        if (poll(&wait, 1, PATIENCE_MS) == 0) return -1;
        ssize_t count = recv(s, room, ROOM, 0);
        if (count <= 0) return told;
        if (memmem(room, (size_t)count, "\"dropped\"", 9)) told = 1;
    }
}

static void send_frames(const char *path, long count, uint64_t seed, struct ending *endings)
{
    unsigned char bytes[ROOM], greeting[ROOM];
    size_t greets = frame(greeting, hello, sizeof hello - 1);
    chance_state = seed;
    for (long i = 0; i < count; i++) {
        int s = reach(path), kind = (int)(i % KINDS);
        if (i / KINDS % 3 > 0) send(s, greeting, greets, MSG_NOSIGNAL);
        send(s, bytes, damaged(bytes, kind), MSG_NOSIGNAL);
        shutdown(s, SHUT_WR);
        int told = ending_of(s);
        if (told > 0) endings[kind].told++;
        else if (told == 0) endings[kind].closed++;
        else endings[kind].silent++;
        close(s);
    }
}

static int frames(const char *path, long count, int at_once, uint64_t seed)
{
    struct ending (*all)[KINDS] = mmap(NULL, MOST_AT_ONCE * sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    double start = now_s();
    for (int k = 0; k < at_once; k++)
        if (fork() == 0) {
            send_frames(path, count / at_once, seed + (uint64_t)k, all[k]);
            _exit(0);
        }
    int failed = 0;
    for (int status; wait(&status) > 0;) failed |= status;
    long sum = 0, silent = 0;
    for (int kind = 0; kind < KINDS; kind++) {
        struct ending e = {0, 0, 0};
        for (int k = 0; k < at_once; k++) e.told += all[k][kind].told, e.closed += all[k][kind].closed, e.silent += all[k][kind].silent;
        printf("%-14s %8ld told why, %8ld closed without a word, %ld never closed\n", kind_names[kind], e.told, e.closed, e.silent);
        sum += e.told + e.closed;
        silent += e.silent;
    }
    printf("%ld frames in %.0f s, %.0f a second\n", sum + silent, now_s() - start, (double)(sum + silent) / (now_s() - start));
    return failed || silent ? 1 : 0;
}

static void flood(int s)
{
    unsigned char bytes[ROOM];
    static const char subscribe[] = "{\"type\":\"subscribe\",\"snapshotEveryMs\":60000,\"eventsFrom\":0}";
    size_t length = frame(bytes, subscribe, sizeof subscribe - 1);
    while (send(s, bytes, length, MSG_NOSIGNAL) > 0) {
    }
}

static void mute(int s)
{
    unsigned char bytes[ROOM];
    static const char subscribe[] = "{\"type\":\"subscribe\",\"snapshotEveryMs\":10,\"eventsFrom\":1}";
    send(s, bytes, frame(bytes, subscribe, sizeof subscribe - 1), MSG_NOSIGNAL);
    struct pollfd wait = {.fd = s, .events = 0};
    poll(&wait, 1, PATIENCE_MS);
}

static void half(int s)
{
    static const unsigned char begun[] = {0, 0, 0, 200, '{', '"', 't'};
    send(s, begun, sizeof begun, MSG_NOSIGNAL);
    ending_of(s);
}

static int again_and_again(const char *path, double seconds, void (*mischief)(int))
{
    unsigned char greeting[ROOM];
    size_t greets = frame(greeting, hello, sizeof hello - 1);
    long dropped = 0;
    for (double end = now_s() + seconds; now_s() < end; dropped++) {
        int s = reach(path);
        send(s, greeting, greets, MSG_NOSIGNAL);
        mischief(s);
        close(s);
    }
    printf("dropped %ld times in %.0f s\n", dropped, seconds);
    return 0;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    if (argc == 6 && strcmp(argv[1], "frames") == 0 && atoi(argv[4]) >= 1 && atoi(argv[4]) <= MOST_AT_ONCE)
        return frames(argv[2], atol(argv[3]), atoi(argv[4]), strtoull(argv[5], NULL, 10));
    if (argc == 4 && strcmp(argv[1], "flood") == 0) return again_and_again(argv[2], atof(argv[3]), flood);
    if (argc == 4 && strcmp(argv[1], "mute") == 0) return again_and_again(argv[2], atof(argv[3]), mute);
    if (argc == 4 && strcmp(argv[1], "half") == 0) return again_and_again(argv[2], atof(argv[3]), half);
    return 2;
}
