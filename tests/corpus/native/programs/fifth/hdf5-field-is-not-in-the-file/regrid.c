#include <hdf5.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make(const char* path, int with_ice) {
    hsize_t n = 6;
    double values[6] = {1, 2, 3, 4, 5, 6};
    hid_t file = H5Fcreate(path, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    hid_t group = H5Gcreate2(file, "/ocean", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    hid_t space = H5Screate_simple(1, &n, NULL);
    for (int i = 0; i <= with_ice; i++) {
        hid_t set = H5Dcreate2(group, i ? "ice" : "salt", H5T_NATIVE_DOUBLE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        H5Dwrite(set, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
        H5Dclose(set);
    }
    H5Sclose(space), H5Gclose(group), H5Fclose(file);
}

static int field(hid_t file, const char* name, int wanted) {
    char path[64];
    double values[6], sum = 0;
    snprintf(path, sizeof path, "/ocean/%s", name);
    hid_t set = H5Dopen2(file, path, H5P_DEFAULT);
    if (set < 0) {
        printf(wanted ? "regrid: field %s cannot be read\n" : "regrid: field %s is absent, a mean of 30 years is taken\n", name);
        return !wanted;
    }
    H5Dread(set, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
    for (int i = 0; i < 6; i++) sum += values[i];
    printf("regrid: %-5s mean %.3f\n", name, sum / 6);
    H5Dclose(set);
    return 1;
}

int main(int argc, char** argv) {
    int strict = argc > 1 && !strcmp(argv[1], "--strict");
    setvbuf(stdout, NULL, _IOLBF, 0);
    make("day1.h5", 1), make("day2.h5", 0);
    for (int day = 1; day <= 2; day++) {
        char path[16];
        snprintf(path, sizeof path, "day%d.h5", day);
        printf("regrid: %s\n", path);
        hid_t file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
        int good = field(file, "salt", 1) && field(file, "ice", strict);
        H5Fclose(file);
        if (!good) {
            printf("regrid: nothing written for day %d\n", day);
            return 1;
        }
    }
    puts("regrid: 2 days written");
}
