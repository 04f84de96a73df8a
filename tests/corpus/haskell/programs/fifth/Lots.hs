{-# LANGUAGE OverloadedStrings #-}
module Main (main) where

import qualified Data.ByteString.Lazy.Char8 as L
import Data.Csv
import qualified Data.Csv.Streaming as S
import Data.Foldable (toList)
import qualified Data.Vector as V
import System.Environment
import System.IO
import System.Log.FastLogger

data Lot = Lot { name :: String, weight :: Int }

instance FromNamedRecord Lot where
  parseNamedRecord r = Lot <$> r .: "lot" <*> r .: "weight"

text :: L.ByteString
text = "lot,weight,place\r\nL1,40,north\r\nL2,12kg,north\r\nL3,7,south\r\nL4,,south\r\n"

main :: IO ()
main = do
  args <- getArgs
  let stamp = pure "[27/Nov/2026:02:10:00 +0000]"
  (logger, done) <- newTimedFastLogger stamp (LogStderr 0)
  let say level line = logger (\t -> toLogStr t <> " " <> level <> " " <> line <> "\n")
  say "INFO" "reading lots"
  case args of
    ["lenient"] -> case S.decodeByName text of
      Left problem -> say "ERROR" (toLogStr problem)
      Right (_, rows) -> do
        counts <- mapM (one say) (outcomes rows)
        say "INFO" (toLogStr ("lots kept: " ++ show (sum counts) ++ ", rows left out: " ++ show (length (filter (== 0) counts))))
        done
    _ -> case decodeByName text of
      Left problem -> do
        say "INFO" "flushing"
        done
        ioError (userError problem)
      Right (_, rows) -> print (sum (map weight (toList (rows :: V.Vector Lot)))) >> done

outcomes :: S.Records Lot -> [Either String Lot]
outcomes (S.Cons row rest) = row : outcomes rest
outcomes (S.Nil _ _) = []

one :: (LogStr -> LogStr -> IO ()) -> Either String Lot -> IO Int
one say (Left problem) = say "ERROR" ("row left out: " <> toLogStr problem) >> pure 0
one say (Right lot) = say "DEBUG" (toLogStr (name lot ++ " " ++ show (weight lot))) >> pure 1
