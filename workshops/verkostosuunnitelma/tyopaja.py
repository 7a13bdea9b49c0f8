# %% [markdown]
# # Verkostosuunnitelma
#
# Kaksi tuntia, joiden jälkeen tiedätte, missä verkostoissa olette, mitä annatte ja saatte ja mihin
# käytätte aikanne ensi vuonna. Ohjaajan opas on samassa kansiossa: [opas.md](opas.md).
#
# ## Ennen kuin väki tulee
#
# - Pyydä osallistujia selaamaan kalenteria: missä verkostoissa he ovat ja montako tuntia kuussa
#   niihin menee?
# - Selvitä, mistä tässä huoneessa saa päättää.

# %% [markdown]
# ## Ohjaamo
#
# Avaa tästä valkokangas projektorille. Osallistujat liittyvät puhelimella, nimeä ei kysytä. Jos
# työpaja jäi kesken, se jatkuu samasta kohdasta.

# %%
import verkostotyokalut as vt

session = vt.open_session("verkostosuunnitelma")
vt.Console(session)

# %% [markdown]
# ## Lopuksi
#
# Lukekaa ääneen, mihin panostatte, missä kevennätte ja mitä lähdette etsimään. Sopikaa päivä,
# jolloin salkku katsotaan uudelleen.

# %% [markdown]
# ## Haluatko muuttaa työpajaa?
#
# Kopioi muistikirja toisella nimellä, niin voit kirjoittaa väliin omia ohjeitasi ja ottaa mukaan
# vain ne osat, jotka tarvitset. Jos haluat muuttaa vaiheita, kysymyksiä tai minuutteja, tee oma
# työpaja komennolla `verkostotyokalut new workshop oma-tyopaja` ja vaihda sen tunnus sanan
# `verkostosuunnitelma` tilalle.
