import Data.Array
import System.IO

grid :: Array (Int, Int) Int
grid = listArray ((0, 0), (2, 3)) [1 ..]

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  [mode] <- return [3 :: Int]
  mapM_ (\y -> print (sum [grid ! (y, x) | x <- [0 .. 3]])) [0 .. mode]
