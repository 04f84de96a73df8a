module Main where

import Control.Exception
import qualified Data.Map as Map
import System.Exit
import System.IO
import System.Log.Handler (setFormatter)
import System.Log.Handler.Simple
import System.Log.Formatter
import System.Log.Logger

data LedgerError = NoAccount String Int | Closed
  deriving Show

instance Exception LedgerError

post :: Map.Map String Int -> (Int, String, Int) -> IO (Map.Map String Int)
post books (line, account, amount) = case Map.lookup account books of
  Nothing -> throwIO (NoAccount account line)
  Just old -> do
    infoM "ledger" (account ++ ": " ++ show (old + amount))
    return (Map.insert account (old + amount) books)

main :: IO ()
main = do
  handler <- streamHandler stdout INFO
  updateGlobalLogger rootLoggerName (setLevel INFO . setHandlers [setFormatter handler (simpleLogFormatter "2026-11-22 03:30:00 [$loggername] $prio: $msg")])
  let books = Map.fromList [("DE01", 100), ("DE02", 50)]
  _ <- go books [(1, "DE01", 5), (2, "DE02", -7), (3, "AT07", 12)] `catch` \e -> do
    criticalM "ledger" ("posting stopped: " ++ show (e :: LedgerError))
    noticeM "ledger" "books are closed, 2 of 3 lines are posted"
    exitWith (ExitFailure 3)
  infoM "ledger" "done"
  where
    go books [] = return books
    go books (x : xs) = post books x >>= \b -> go b xs
