module fields
  implicit none
  real, allocatable :: work(:), halo(:)
contains
  subroutine grow(step, n)
    integer, intent(in) :: step, n
    if (step > 2) deallocate (halo)
    allocate (halo(n))
    if (.not. allocated(work)) allocate (work(n))
    print '(a,i0,a,i0)', ' step ', step, ': fields of ', size(halo)
  end subroutine
end module

program pool
  use fields
  implicit none
  integer :: step, code
  character(len=80) :: text
  open (unit=9, file='restart.dat', status='old', iostat=code, iomsg=text)
  if (code /= 0) print '(2a)', ' no restart: ', trim(text)
  do step = 1, 4
    call grow(step, 100 * step)
  end do
end program
