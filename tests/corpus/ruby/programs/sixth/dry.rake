require "rake/clean"
CLEAN.include("out/failed_jobs/*.err")

directory "out"
desc "files of jobs that failed are put away"
task(:archive_errors => "out") { sh "tar czf out/errors.tgz out/failed_jobs" }
task(:abort_stale => :archive_errors) { |t| fail "nothing may run in a dry run" }
file "out/crash_report.html" => [:archive_errors, "out"] do |t|
  raise "no crashes" unless File.exist?("out/errors.tgz")
end
multitask :purge_dead_letters => %w[abort_stale clean]
task :default => ["out/crash_report.html", :purge_dead_letters]
