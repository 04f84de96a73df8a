program run
  implicit none
  integer :: steps = 100, ios, n, bad
  real :: dt = 0.5, value
  character(len=200) :: why
  character(len=20) :: name
  namelist /control/ steps, dt
  open (10, file='control.nml', status='old', iostat=ios, iomsg=why)
  if (ios /= 0) write (0, '(a,i0,2a)') ' run: warning: iostat ', ios, ': ', trim(why)
  open (10, file='control.old', status='old', iostat=ios, iomsg=why)
  read (10, nml=control, iostat=ios, iomsg=why)
  if (ios /= 0) write (0, '(a,i0,2a)') ' run: error: control.old, iostat ', ios, ': ', trim(why)//', defaults are used'
  close (10)
  open (11, file='stations.dat', status='old')
  n = 0; bad = 0
  do
    read (11, *, iostat=ios, iomsg=why) name, value
    if (ios < 0) exit
    n = n + 1
    if (ios > 0) then
      bad = bad + 1
      write (0, '(a,i0,2a)') ' run: station ', n, ' skipped: ', trim(why)
    end if
  end do
  flush (0)
  print '(a,i0,a,i0,a)', ' stations read ', n, ', skipped ', bad, ', NaN 0, Inf 0'
  stop 0
end program
