import Control.Monad
import System.IO

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  h <- openFile "/dev/full" WriteMode
  forM_ [1 .. 3 :: Int] $ \n -> putStrLn ("block " ++ show n)
  hPutStr h (replicate 100 'x')
  hClose h
