# %% [markdown]
# # Vetäjän peili
#
# Kaksi tuntia, joiden aikana vetäjä näkee työnsä jäsenten silmin ja sovitte, missä muut auttavat.
# Ohjaajan opas on samassa kansiossa: [opas.md](opas.md).
#
# ## Ennen kuin väki tulee
#
# - Sovi vetäjän kanssa, että hänen oma näkemyksensä saa näkyä kaikille.
# - Mieti, kuka ohjaa. Paras ohjaaja on joku muu kuin vetäjä itse.

# %% [markdown]
# ## Ohjaamo
#
# Avaa tästä valkokangas projektorille. Osallistujat liittyvät puhelimella, nimeä ei kysytä. Jos
# työpaja jäi kesken, se jatkuu samasta kohdasta.
#
# Jäsenet vastaavat puhelimella, vetäjä ohjaamossa.

# %%
import verkostotyokalut as vt

session = vt.open_session("vetajan-peili")
vt.Console(session)

# %% [markdown]
# ## Lopuksi
#
# Lukekaa ääneen, mitä vetäjä harjoittelee ja minkä otatte pois hänen harteiltaan. Kiittäkää häntä.

# %% [markdown]
# ## Haluatko muuttaa työpajaa?
#
# Kopioi muistikirja toisella nimellä, niin voit kirjoittaa väliin omia ohjeitasi ja ottaa mukaan
# vain ne osat, jotka tarvitset. Jos haluat muuttaa vaiheita, kysymyksiä tai minuutteja, tee oma
# työpaja komennolla `verkostotyokalut new workshop oma-tyopaja` ja vaihda sen tunnus sanan
# `vetajan-peili` tilalle.
