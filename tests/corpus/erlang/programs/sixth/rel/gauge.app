{application, gauge,
 [{description, "gauges"}, {vsn, "1.2.0"}, {modules, [gauge, gauge_errors]}, {registered, []},
  {applications, [kernel, stdlib]}]}.
