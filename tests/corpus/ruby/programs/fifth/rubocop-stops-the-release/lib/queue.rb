class Queue
  def drain(limit)
    while job = @jobs.shift
      begin
        job.call
      rescue Exception
        raise
      end
    end
  end
end
