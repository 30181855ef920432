<h1>Tailspin Toys</h1>
