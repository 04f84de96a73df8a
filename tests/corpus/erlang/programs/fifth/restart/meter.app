{application, meter, [{description, "Readings of meters"}, {vsn, "2.1"}, {modules, [meter]}, {registered, [meter]},
                      {applications, [kernel, stdlib]}, {mod, {meter, []}}]}.
