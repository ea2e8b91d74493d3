/* Round trips of function 23 with libmodbus: fc23 HOST PORT UNIT SECONDS. Prints round trips per second, median and 99th percentile in microseconds. */
#include <errno.h>
#include <modbus.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST = 4000000, WRITE_COUNT = 3, READ_ADDRESS = 3, READ_COUNT = 10 };

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e6 * (double)t.tv_sec + 1e-3 * (double)t.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    if (argc != 5) return 2;
    static float us[MOST];
    uint16_t write[WRITE_COUNT] = {0x047E, 0, 0}, read[READ_COUNT];
    modbus_t *link = modbus_new_tcp(argv[1], atoi(argv[2]));
    modbus_set_slave(link, atoi(argv[3]));
    if (modbus_connect(link) != 0) {
        fprintf(stderr, "no connection: %s\n", modbus_strerror(errno));
        return 4;
    }
    int count = 0;
    double start = now_us(), end = start + 1e6 * atof(argv[4]);
    for (double begin = start; begin < end && count < MOST; begin = now_us()) {
        if (modbus_write_and_read_registers(link, 0, WRITE_COUNT, write, READ_ADDRESS, READ_COUNT, read) != READ_COUNT) {
            fprintf(stderr, "no answer: %s\n", modbus_strerror(errno));
            return 4;
        }
        us[count++] = (float)(now_us() - begin);
    }
    double seconds = 1e-6 * (now_us() - start);
    qsort(us, (size_t)count, sizeof us[0], ascending);
    printf("%.0f %.1f %.1f\n", count / seconds, us[count / 2], us[(long)count * 99 / 100]);
    modbus_close(link);
    modbus_free(link);
    return 0;
}
