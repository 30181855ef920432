<h1>Northwind Traders</h1>
