<h1>Help Desk</h1>
