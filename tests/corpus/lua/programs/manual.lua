io.write([[
EXIT STATUS
  0  all jobs done
  1  a job failed; lua then prints, for instance,
         lua: job.lua:12: attempt to call a nil value (global 'run')
         stack traceback:
                 job.lua:12: in main chunk
                 [C]: in ?
     Add the missing function to the job file.

]])
for i = 1, 14 do print("job " .. i .. ": done") end
