# %%
import verkostotyokalut as vt

session = vt.open_session()
vt.Projector(session)
