program mean
  use mpi
  use netcdf
  implicit none
  integer :: rank, ranks, code
  call MPI_Init(code)
  call MPI_Comm_rank(MPI_COMM_WORLD, rank, code)
  call MPI_Comm_size(MPI_COMM_WORLD, ranks, code)
  call prepare(rank)
  call MPI_Barrier(MPI_COMM_WORLD, code)
  call read_part(rank)
  call MPI_Barrier(MPI_COMM_WORLD, code)
  if (rank == 0) print '(a)', 'mean: written'
  call MPI_Finalize(code)
contains
  subroutine prepare(part)
    integer, intent(in) :: part
    integer :: file, dim, var
    character(len=16) :: name
    write (name, '(a,i0,a)') 'part', part, '.nc'
    call check(nf90_create(name, NF90_CLOBBER, file), 'create')
    call check(nf90_def_dim(file, 'time', 4, dim), 'time')
    call check(nf90_def_var(file, merge('t2m ', 'tas ', part == 2), NF90_REAL, (/dim/), var), 'define')
    call check(nf90_enddef(file), 'enddef')
    call check(nf90_put_var(file, var, (/1., 2., 3., 4./)), 'put')
    call check(nf90_close(file), 'close')
  end subroutine
  subroutine read_part(part)
    integer, intent(in) :: part
    integer :: file, var
    real :: values(4)
    character(len=16) :: name
    write (name, '(a,i0,a)') 'part', part, '.nc'
    call check(nf90_open(name, NF90_NOWRITE, file), 'open')
    call check(nf90_inq_varid(file, 'tas', var), 'variable tas of '//trim(name))
    call check(nf90_get_var(file, var, values), 'get')
    print '(a,i0,a,f6.3)', 'part ', part, ': mean ', sum(values) / 4
  end subroutine
  subroutine check(status, what)
    integer, intent(in) :: status
    character(len=*), intent(in) :: what
    integer :: code
    if (status == NF90_NOERR) return
    write (0, '(4a)') 'mean: ', what, ': ', trim(nf90_strerror(status))
    flush (0)
    call MPI_Abort(MPI_COMM_WORLD, 12, code)
  end subroutine
end program
