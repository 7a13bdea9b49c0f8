# %% [markdown]
# # Haasteet ja avaimet
#
# Kaksi tuntia, joiden aikana sanotte ääneen, mikä verkostoanne uhkaa, huomaatte, mitkä avaimet
# teillä jo on, ja päätätte, mihin tartutte ensin. Ohjaajan opas on samassa kansiossa:
# [opas.md](opas.md).
#
# ## Ennen kuin väki tulee
#
# - Kysy vetäjältä, onko jokin asia erityisen arka.
# - Aseta tuolit niin, että kaikki näkevät toistensa kasvot.

# %% [markdown]
# ## Ohjaamo
#
# Avaa tästä valkokangas projektorille. Osallistujat liittyvät puhelimella, nimeä ei kysytä. Jos
# työpaja jäi kesken, se jatkuu samasta kohdasta.

# %%
import verkostotyokalut as vt

session = vt.open_session("haasteet-ja-avaimet")
vt.Console(session)

# %% [markdown]
# ## Lopuksi
#
# Yksi tai kaksi riskiä riittää. Lukekaa ääneen, mitä niille teette, kuka pitää huolta ja milloin
# katsotte, pienenikö riski.

# %% [markdown]
# ## Haluatko muuttaa työpajaa?
#
# Kopioi muistikirja toisella nimellä, niin voit kirjoittaa väliin omia ohjeitasi ja ottaa mukaan
# vain ne osat, jotka tarvitset. Jos haluat muuttaa vaiheita, kysymyksiä tai minuutteja, tee oma
# työpaja komennolla `verkostotyokalut new workshop oma-tyopaja` ja vaihda sen tunnus sanan
# `haasteet-ja-avaimet` tilalle.
