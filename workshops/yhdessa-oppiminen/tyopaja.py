# %% [markdown]
# # Yhdessä oppiminen
#
# Kaksi tuntia, joiden aikana näette, missä teette työtä rinnakkain ja missä yhdessä ja millä tavoin
# opitte toisiltanne. Lopuksi sovitte yhdestä kokeilusta. Ohjaajan opas on samassa kansiossa:
# [opas.md](opas.md).
#
# ## Ennen kuin väki tulee
#
# - Keksi opettamisesta, fasilitoinnista ja emännöinnistä esimerkki omasta verkostostanne.
# - Järjestä tuolit pieniin piireihin.

# %% [markdown]
# ## Ohjaamo
#
# Avaa tästä valkokangas projektorille. Osallistujat liittyvät puhelimella, nimeä ei kysytä. Jos
# työpaja jäi kesken, se jatkuu samasta kohdasta.

# %%
import verkostotyokalut as vt

session = vt.open_session("yhdessa-oppiminen")
vt.Console(session)

# %% [markdown]
# ## Mihin tämä kuuluu
#
# Kartalla on koko menetelmä. Värillisistä osista on jo kysytty tässä työpajassa, harmaista ei
# vielä.

# %%
vt.FrameworkMap(session)

# %% [markdown]
# ## Lopuksi
#
# Lukekaa kokeilu ääneen: mitä tehdään, kuka kirjaa opitun ja milloin kerrotte siitä toisillenne?

# %% [markdown]
# ## Haluatko muuttaa työpajaa?
#
# Kopioi muistikirja toisella nimellä, niin voit kirjoittaa väliin omia ohjeitasi ja ottaa mukaan
# vain ne osat, jotka tarvitset. Jos haluat muuttaa vaiheita, kysymyksiä tai minuutteja, tee oma
# työpaja komennolla `verkostotyokalut new workshop oma-tyopaja` ja vaihda sen tunnus sanan
# `yhdessa-oppiminen` tilalle.
