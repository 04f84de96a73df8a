#include <netcdf.h>
#include <stdio.h>

static int told;

static int tell(const char *what, int code) {
  if (code != NC_NOERR) {
    told++;
    fprintf(stderr, "grid: %s: %s (%d)\n", what, nc_strerror(code), code);
  }
  return code;
}

int main(void) {
  int file, var, dim;
  double scale;
  if (tell("open old.nc", nc_open("old.nc", NC_NOWRITE, &file))) tell("create new.nc", nc_create("new.nc", NC_CLOBBER, &file));
  tell("define x", nc_def_dim(file, "x", 4, &dim));
  tell("define x again", nc_def_dim(file, "x", 4, &dim));
  tell("find height", nc_inq_varid(file, "height", &var));
  tell("define height", nc_def_var(file, "height", NC_FLOAT, 1, &dim, &var));
  if (tell("read scale_factor", nc_get_att_double(file, var, "scale_factor", &scale))) scale = 1;
  nc_enddef(file);
  const float heights[4] = {1, 2, 3, 4};
  const size_t start = 0, six = 6, four = 4;
  if (tell("write 6 heights", nc_put_vara_float(file, var, &start, &six, heights))) tell("write 4 heights", nc_put_vara_float(file, var, &start, &four, heights));
  nc_close(file);
  fprintf(stderr, "grid: new.nc written with scale %.1f, %d answers were got over\n", scale, told);
  return 0;
}
