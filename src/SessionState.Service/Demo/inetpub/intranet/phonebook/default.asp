<h1>phonebook</h1>
