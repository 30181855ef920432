<h1>Customs</h1>
