select transaction_id, from_acct, to_acct, to_route, amount
from transactions
where from_route = :'home'
  and to_route <> :'home'
  and timestamp >= current_date - 1
  and timestamp < current_date
order by transaction_id;
